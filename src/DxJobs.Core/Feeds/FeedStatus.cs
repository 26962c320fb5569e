namespace DxJobs.Core.Feeds;

/// <summary>A feed (the jobs of one type for one data set) as metrics, status page and JSON show it.</summary>
internal sealed record FeedStatus
{
    /// <summary>The data set.</summary>
    public required string DataSetId { get; init; }

    /// <summary>Its name, if known.</summary>
    public string? DataSetName { get; init; }

    /// <summary>The type of its jobs.</summary>
    public required string Type { get; init; }

    /// <summary>When the newest completed job ended; null for none.</summary>
    public DateTimeOffset? LastCompleted { get; init; }

    /// <summary>When the newest failed job ended; null for none.</summary>
    public DateTimeOffset? LastFailed { get; init; }

    /// <summary>Jobs that failed since the last completed one.</summary>
    public required int ConsecutiveFailures { get; init; }

    /// <summary>The error code of the newest failed job, TIMED_OUT for one without; null if none failed.</summary>
    public string? LastFailureCode { get; init; }

    /// <summary>How long after its last completed job the feed is late; null if unknown.</summary>
    public ExpectedInterval? ExpectedInterval { get; init; }

    /// <summary>When the feed is late unless a job completes before; null if unknown.</summary>
    public DateTimeOffset? Deadline => LastCompleted is { } last && ExpectedInterval is { } interval && DateTimeOffset.MaxValue - last > interval.Value
        ? last + interval.Value
        : null;

    /// <summary>Whether the deadline has passed.</summary>
    public bool IsLate(DateTimeOffset now) => now > Deadline;

    /// <summary>The state at a time.</summary>
    public FeedState StateAt(DateTimeOffset now) =>
        ConsecutiveFailures > 0 ? FeedState.Failing : IsLate(now) ? FeedState.Late : FeedState.Ok;
}
