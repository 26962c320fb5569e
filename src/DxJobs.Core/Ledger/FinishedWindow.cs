namespace DxJobs.Core.Ledger;

/// <summary>The jobs that ended within one span of time before now, counted; as the span moves on, those behind it drop out at a cost of their own number only.</summary>
internal sealed class FinishedWindow(long ticks)
{
    private readonly PriorityQueue<(ushort State, ushort Type), long> _jobs = new();
    private readonly Tally<(ushort State, ushort Type)> _counts = new();
    private long _start = long.MinValue;

    /// <summary>The jobs within the window.</summary>
    public IReadOnlyDictionary<(ushort State, ushort Type), long> Counts => _counts.Counts;

    /// <summary>Whether a job that ended then is counted here.</summary>
    public bool Contains(long endedAt) => endedAt >= _start;

    /// <summary>Counts a job, if it ended within the window.</summary>
    public void Add(in JobRecord job)
    {
        if (Contains(job.UpdatedAt))
        {
            _jobs.Enqueue((job.State, job.Type), job.UpdatedAt);
            _counts.Add((job.State, job.Type));
        }
    }

    /// <summary>Moves the window's end to a time. False when that is back in time: jobs already dropped would be missing, so count anew.</summary>
    public bool MoveTo(long now)
    {
        if (now - ticks < _start)
        {
            return false;
        }

        _start = now - ticks;
        while (_jobs.TryPeek(out var kind, out var endedAt) && endedAt < _start)
        {
            _jobs.Dequeue();
            _counts.Add(kind, -1);
        }

        return true;
    }

    /// <summary>Empties the window and moves its end to a time, before all jobs are counted anew.</summary>
    public void Restart(long now)
    {
        _jobs.Clear();
        _counts.Clear();
        _start = now - ticks;
    }
}
