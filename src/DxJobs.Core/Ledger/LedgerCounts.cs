using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>
/// All counts of a ledger. Each job that comes or goes costs a few additions; only when a job goes that alone decided something
/// (the last that ended so, within a window) are all jobs walked through again, once, when the counts are next asked for.
/// </summary>
internal sealed class LedgerCounts(JobTable table, IReadOnlyDictionary<JobKey, ErrorRecord[]> errors, LedgerSymbols symbols)
{
    private IReadOnlyList<Window> _windows = [];
    private FinishedWindow[] _finished = [];
    private bool _recount = true;

    /// <summary>The texts of the numbers in the counts.</summary>
    public LedgerSymbols Symbols => symbols;

    /// <summary>The counts that follow each job.</summary>
    public JobTallies Tallies { get; } = new();

    /// <summary>What the newest jobs decide; true after <see cref="AdvanceTo"/>.</summary>
    public LatestValues Latest { get; } = new();

    /// <summary>The completed and failed jobs by feed.</summary>
    public LedgerFeeds Feeds { get; } = new(symbols);

    /// <summary>When each data set was last active.</summary>
    public DataSetActivity Activity { get; } = new();

    /// <summary>The configured windows and the jobs that ended within each; true after <see cref="AdvanceTo"/>.</summary>
    public IEnumerable<(Window Window, IReadOnlyDictionary<(ushort State, ushort Type), long> Counts)> RecentlyFinished =>
        _windows.Zip(_finished, (window, finished) => (window, finished.Counts));

    /// <summary>A job has come.</summary>
    public void Add(in JobRecord job, ErrorRecord[]? jobErrors)
    {
        Tallies.Add(job, jobErrors, +1);
        Feeds.Add(job, jobErrors);
        Activity.Add(job);
        if (!_recount)
        {
            AddToLatest(job, jobErrors);
        }
    }

    /// <summary>A job has gone.</summary>
    public void Remove(in JobRecord job, ErrorRecord[]? jobErrors)
    {
        Tallies.Add(job, jobErrors, -1);
        Feeds.Remove(job, jobErrors);
        _recount = _recount || Latest.DependOn(job, jobErrors) || (IsFinal(job) && IsInAWindow(job.UpdatedAt));
    }

    /// <summary>The last job of a data set is about to go, and its number will be given to another one.</summary>
    public void DataSetGone(int dataSet) => Activity.Remove(dataSet);

    /// <summary>Makes all counts true for a time and a list of windows.</summary>
    /// <param name="now">The end of the windows.</param>
    /// <param name="windows">The windows as configured now.</param>
    public void AdvanceTo(DateTimeOffset now, IReadOnlyList<Window> windows)
    {
        if (!_windows.SequenceEqual(windows))
        {
            _windows = [.. windows];
            _finished = [.. windows.Select(w => new FinishedWindow(w.Length.Ticks))];
            _recount = true;
        }

        foreach (var window in _finished)
        {
            _recount |= !window.MoveTo(now.UtcTicks);
        }

        if (_recount)
        {
            Recount(now.UtcTicks);
        }
    }

    private void Recount(long now)
    {
        Latest.Clear();
        foreach (var window in _finished)
        {
            window.Restart(now);
        }

        for (var rank = 0; rank < table.Count; rank++)
        {
            ref var job = ref table[rank];
            AddToLatest(job, errors.GetValueOrDefault(job.Key));
        }

        _recount = false;
    }

    private void AddToLatest(in JobRecord job, ErrorRecord[]? jobErrors)
    {
        var isFinal = IsFinal(job);
        Latest.Add(job, jobErrors, isFinal);
        if (isFinal)
        {
            foreach (var window in _finished)
            {
                window.Add(job);
            }
        }
    }

    private bool IsFinal(in JobRecord job) => JobState.IsFinal(symbols.States[job.State]);

    private bool IsInAWindow(long endedAt)
    {
        foreach (var window in _finished)
        {
            if (window.Contains(endedAt))
            {
                return true;
            }
        }

        return false;
    }
}
