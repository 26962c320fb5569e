using DxJobs.Core.Feeds;

namespace DxJobs.Core.Ledger;

/// <summary>The completed and failed jobs of a feed, and the interval expected after the last completed one.</summary>
internal sealed class FeedHistory
{
    private CompactSortedList<long>? _completed;
    private CompactSortedList<FailureRecord>? _failed;
    private HeldInterval? _interval;

    /// <summary>Whether there are no such jobs left.</summary>
    public bool IsEmpty => _completed is null && _failed is null;

    /// <summary>UTC ticks at which the newest completed job ended; null for none.</summary>
    public long? LastCompleted => _completed?.Values[^1];

    /// <summary>UTC ticks at which each completed job ended, ascending.</summary>
    public ReadOnlySpan<long> Completed => _completed is { } completed ? completed.Values : [];

    /// <summary>The failed jobs by their end, ascending.</summary>
    public ReadOnlySpan<FailureRecord> Failed => _failed is { } failed ? failed.Values : [];

    /// <summary>The number of jobs that failed after a time; all of them for null.</summary>
    public int FailuresAfter(long? time)
    {
        var failed = Failed;
        var count = 0;
        while (count < failed.Length && !(failed[^(count + 1)].UpdatedAt <= time))
        {
            count++;
        }

        return count;
    }

    /// <summary>The interval expected after the last completed job, held until the next one; null if unknown.</summary>
    /// <param name="now">The time by AWS's clock.</param>
    public ExpectedInterval? ExpectedInterval(long now)
    {
        if (_completed is null)
        {
            _interval = null;
            return null;
        }

        return (_interval ??= new HeldInterval()).After(_completed.Values, now);
    }

    public void AddCompleted(long updatedAt) => (_completed ??= new()).Add(updatedAt);

    public void RemoveCompleted(long updatedAt)
    {
        _completed?.Remove(updatedAt);
        _completed = _completed is { Count: 0 } ? null : _completed;
    }

    public void AddFailed(FailureRecord failure) => (_failed ??= new()).Add(failure);

    public void RemoveFailed(FailureRecord failure)
    {
        _failed?.Remove(failure);
        _failed = _failed is { Count: 0 } ? null : _failed;
    }
}
