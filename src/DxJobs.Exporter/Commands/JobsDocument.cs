namespace DxJobs.Exporter.Commands;

/// <summary>The output of <c>jobs --output json</c>.</summary>
internal sealed record JobsDocument(IReadOnlyList<JobDocument> Jobs);
