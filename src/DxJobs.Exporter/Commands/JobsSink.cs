using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Exporter.Commands;

/// <summary>Keeps the jobs of a listing that match the filters of <c>jobs</c>.</summary>
internal sealed class JobsSink(JobsSettings settings) : IJobSink
{
    private readonly HashSet<JobKey> _seen = [];
    private readonly Dictionary<JobKey, Job> _matching = [];

    /// <inheritdoc/>
    public int Seen => _seen.Count;

    /// <summary>The matching jobs, in no order; <paramref name="now"/> is the time at AWS.</summary>
    public IEnumerable<Job> Matching(DateTimeOffset now) =>
        _matching.Values.Where(job => settings.Since is not { } since || now - job.UpdatedAt <= since);

    /// <inheritdoc/>
    public bool Upsert(JobKey key, Job job)
    {
        _matching.Remove(key);
        if (settings.States.Contains(job.State)
            && (settings.Type is null || settings.Type == job.Type)
            && (settings.DataSetId is null || settings.DataSetId == job.DataSetId))
        {
            _matching[key] = job;
        }

        return _seen.Add(key);
    }
}
