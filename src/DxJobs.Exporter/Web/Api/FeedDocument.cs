namespace DxJobs.Exporter.Web.Api;

/// <summary>A feed in <see cref="TargetDocument"/>: the jobs of one type for one data set.</summary>
/// <param name="DataSetId">The data set.</param>
/// <param name="DataSetName">Its name, if known.</param>
/// <param name="Type">The type of its jobs.</param>
/// <param name="State"><c>ok</c>, <c>late</c> or <c>failing</c>.</param>
/// <param name="LastCompletedAt">When the newest completed job ended.</param>
/// <param name="LastFailedAt">When the newest failed job ended.</param>
/// <param name="ConsecutiveFailures">Jobs that failed since the last completed one.</param>
/// <param name="LastFailureCode">The error code of the newest failed job.</param>
/// <param name="ExpectedIntervalSeconds">How long after its last completed job the feed is late.</param>
/// <param name="Source"><c>configured</c>, <c>weekly</c> or <c>longest_gap</c>.</param>
/// <param name="Deadline">When the feed is late unless a job completes before.</param>
internal sealed record FeedDocument(
    string DataSetId,
    string? DataSetName,
    string Type,
    string State,
    DateTimeOffset? LastCompletedAt,
    DateTimeOffset? LastFailedAt,
    int ConsecutiveFailures,
    string? LastFailureCode,
    double? ExpectedIntervalSeconds,
    string? Source,
    DateTimeOffset? Deadline);
