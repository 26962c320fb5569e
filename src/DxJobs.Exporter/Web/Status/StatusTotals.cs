using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;

namespace DxJobs.Exporter.Web.Status;

/// <summary>The fresh numbers of all targets shown, added up.</summary>
internal sealed class StatusTotals
{
    private readonly Dictionary<StateAndType, long> _jobs = [];
    private readonly Dictionary<(string State, string Window), long> _ended = [];

    /// <summary>Jobs listed.</summary>
    public IReadOnlyDictionary<StateAndType, long> ByStateAndType => _jobs;

    /// <summary>Jobs WAITING or IN_PROGRESS.</summary>
    public long Open => _jobs.Where(j => JobState.IsOpen(j.Key.State)).Sum(j => j.Value);

    /// <summary>The oldest open job's CreatedAt; null when none is open.</summary>
    public DateTimeOffset? OldestOpen { get; private set; }

    /// <summary>Adds them up.</summary>
    public static StatusTotals Of(StatusView view)
    {
        var tally = new StatusTotals();
        foreach (var snapshot in view.Targets.Select(t => t.Fresh).OfType<TargetSnapshot>())
        {
            tally.Add(snapshot);
        }

        return tally;
    }

    /// <summary>Jobs that ended within a window in states of one kind.</summary>
    public long Ended(string window, Func<string, bool> state) => _ended.Where(e => e.Key.Window == window && state(e.Key.State)).Sum(e => e.Value);

    private void Add(TargetSnapshot snapshot)
    {
        foreach (var (key, jobs) in snapshot.Jobs)
        {
            _jobs[key] = _jobs.GetValueOrDefault(key) + jobs;
        }

        foreach (var (key, jobs) in snapshot.RecentlyFinished)
        {
            _ended[(key.State, key.Window)] = _ended.GetValueOrDefault((key.State, key.Window)) + jobs;
        }

        foreach (var created in snapshot.OldestCreated.Values)
        {
            OldestOpen = OldestOpen is { } oldest && oldest <= created ? oldest : created;
        }
    }
}
