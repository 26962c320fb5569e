using DxJobs.Core.Jobs;

namespace DxJobs.Exporter.Api;

/// <summary>One page of the list.</summary>
/// <param name="Jobs">Its jobs, newest first; can be empty though more pages follow.</param>
/// <param name="NextToken">What the next page is asked for with; null on the last page.</param>
internal sealed record JobPage(IReadOnlyList<Job> Jobs, string? NextToken);
