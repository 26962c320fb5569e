using System.Runtime.InteropServices;

namespace DxJobs.Core.Ledger;

/// <summary>
/// What only the newest job of its kind decides: when jobs last ended so, what a limit's value last was. Coming jobs are taken in
/// one by one; when a job goes that decided something, only a walk through all jobs can tell who decides now.
/// </summary>
internal sealed class LatestValues
{
    private readonly Dictionary<(ushort State, ushort Type), long> _finished = [];
    private readonly Dictionary<short, LimitReport> _limits = [];

    /// <summary>UTC ticks of the newest UpdatedAt of the jobs that ended so.</summary>
    public IReadOnlyDictionary<(ushort State, ushort Type), long> Finished => _finished;

    /// <summary>Each limit's value in the newest report of it.</summary>
    public IReadOnlyDictionary<short, LimitReport> Limits => _limits;

    /// <summary>Takes a job in.</summary>
    /// <param name="job">The job.</param>
    /// <param name="errors">Its error entries.</param>
    /// <param name="isFinal">Whether its state is final.</param>
    public void Add(in JobRecord job, ErrorRecord[]? errors, bool isFinal)
    {
        if (isFinal)
        {
            Raise(_finished, (job.State, job.Type), job.UpdatedAt);
        }

        foreach (var error in errors ?? [])
        {
            var report = new LimitReport(job.UpdatedAt, job.CreatedAt, error.LimitValue);
            if (error.HasLimitValue && (!_limits.TryGetValue(error.LimitName, out var newest) || report.CompareTo(newest) > 0))
            {
                _limits[error.LimitName] = report;
            }
        }
    }

    /// <summary>Whether the job decides something, so that without it all must be looked through again.</summary>
    public bool DependOn(in JobRecord job, ErrorRecord[]? errors)
    {
        if (_finished.TryGetValue((job.State, job.Type), out var finished) && finished == job.UpdatedAt)
        {
            return true;
        }

        foreach (var error in errors ?? [])
        {
            if (error.HasLimitValue && _limits[error.LimitName].UpdatedAt == job.UpdatedAt)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _finished.Clear();
        _limits.Clear();
    }

    private static void Raise<TKey>(Dictionary<TKey, long> newest, TKey key, long at)
        where TKey : notnull
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(newest, key, out _);
        known = Math.Max(known, at);
    }
}
