namespace DxJobs.Core.Snapshots;

/// <summary>How far a full listing in progress has come.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Pages">Pages read.</param>
/// <param name="Jobs">Distinct jobs read.</param>
internal sealed record ListingProgress(DateTimeOffset StartedAt, int Pages, int Jobs);
