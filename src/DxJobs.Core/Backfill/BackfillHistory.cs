using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Backfill;

/// <summary>The finished jobs of one target, collected from one listing. Open jobs cannot be reconstructed.</summary>
/// <param name="listed">Called with the number of jobs listed; null for none.</param>
internal sealed class BackfillHistory(Action<int>? listed = null) : IJobSink
{
    private readonly HashSet<JobKey> _seen = [];
    private readonly HashSet<JobKey> _finished = [];
    private readonly Dictionary<string, int> _symbols = [];
    private readonly List<string> _names = [];
    private readonly List<BackfillJob> _jobs = [];
    private readonly List<BackfillError> _errors = [];

    /// <inheritdoc/>
    public int Seen => _seen.Count;

    /// <summary>Finished jobs, by UpdatedAt once <see cref="Complete"/> has been called.</summary>
    public IReadOnlyList<BackfillJob> Jobs => _jobs;

    /// <summary>Error entries, by UpdatedAt once <see cref="Complete"/> has been called.</summary>
    public IReadOnlyList<BackfillError> Errors => _errors;

    /// <summary>Data sets of the finished jobs.</summary>
    public IEnumerable<string> DataSetIds =>
        _jobs.Where(job => job.DataSet >= 0).Select(job => job.DataSet).Distinct().Select(NameOf);

    /// <inheritdoc/>
    public bool Upsert(JobKey key, Job job)
    {
        // A job listed twice counts once; if it finished in between, the later entry counts.
        if (JobState.IsFinal(job.State) && _finished.Add(key))
        {
            var (type, updatedAt) = ((ushort)IndexOf(job.Type), job.UpdatedAt.UtcTicks);
            _jobs.Add(new BackfillJob(
                (ushort)IndexOf(job.State),
                type,
                job.DataSetId is { Length: > 0 } dataSet ? IndexOf(dataSet) : -1,
                job.CreatedAt.UtcTicks,
                updatedAt,
                job.IsAutoExport,
                JobState.IsFailure(job.State),
                job.State == JobState.Completed));
            _errors.AddRange(job.Errors.Select(error => new BackfillError(type, error.Code, error.LimitName, updatedAt)));
        }

        var isNew = _seen.Add(key);
        listed?.Invoke(_seen.Count);
        return isNew;
    }

    /// <summary>Ends the listing.</summary>
    public void Complete()
    {
        _seen.Clear();
        _finished.Clear();
        _jobs.Sort((a, b) => (a.UpdatedAt, a.CreatedAt).CompareTo((b.UpdatedAt, b.CreatedAt)));
        _errors.Sort((a, b) => a.UpdatedAt.CompareTo(b.UpdatedAt));
    }

    /// <summary>The state, type or data set id of an index.</summary>
    public string NameOf(int index) => _names[index];

    private int IndexOf(string name)
    {
        if (!_symbols.TryGetValue(name, out var index))
        {
            _symbols[name] = index = _names.Count;
            _names.Add(name);
        }

        return index;
    }
}
