
namespace DxJobs.Core.Snapshots;

/// <summary>All that can be said of one target now. Immutable; replaced as a whole after every poll.</summary>
internal sealed record TargetStatus
{
    /// <summary>The target.</summary>
    public required TargetIdentity Target { get; init; }

    /// <summary>The account, as soon as it is known.</summary>
    public string? AccountId { get; init; }

    /// <summary>The last poll that ended, well or badly; null before the first.</summary>
    public PollReport? LastPoll { get; init; }

    /// <summary>When the last good poll ended; null before the first.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>What the last good poll established; null before the first. Whether it is still fresh enough to show: <see cref="FreshSnapshot"/>.</summary>
    public TargetSnapshot? Snapshot { get; init; }

    /// <summary>Listed jobs that cannot be read.</summary>
    public int JobsSkipped { get; init; }

    /// <summary>The full listing in progress; null if there is none.</summary>
    public ListingProgress? Listing { get; init; }

    /// <summary>When the open job that has been unconfirmed for longest was last confirmed; null if no job is open.</summary>
    public DateTimeOffset? OldestConfirmationAt { get; init; }

    /// <summary>The newest failed jobs, newest first; at most 50.</summary>
    public IReadOnlyList<FailedJob> LatestFailures { get; init; } = [];

    /// <summary>The recent good polls, oldest first; at most 120.</summary>
    public IReadOnlyList<HistoryPoint> History { get; init; } = [];

    /// <summary><c>dxjobs_target_up</c>: whether the last poll succeeded.</summary>
    public bool Up => LastPoll is { Succeeded: true };

    /// <summary>
    /// The last good snapshot unless it is older than <paramref name="staleAfter"/>: old numbers never look fresh for long. One of so far in the
    /// future is of a time before the host's clock was set back, and nobody knows how old.
    /// </summary>
    public TargetSnapshot? FreshSnapshot(DateTimeOffset now, TimeSpan staleAfter) =>
        Snapshot is not null && (now - Snapshot.TakenAt).Duration() <= staleAfter ? Snapshot : null;
}
