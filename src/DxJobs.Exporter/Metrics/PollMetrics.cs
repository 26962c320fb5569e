using System.Collections.Concurrent;
using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Polling;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Metrics;

/// <summary>
/// What pollers report of their work; the numbers outlive the instruments that show them. A target must be introduced before
/// anything is counted of it, and nothing is counted once it is forgotten: a poll that a reload cut short brings nothing back.
/// </summary>
/// <param name="scope">Whose meters its are.</param>
internal sealed class PollMetrics(MeterScope? scope = null) : IRequestObserver, IPollObserver
{
    private readonly ConcurrentDictionary<(string Name, string Region), TargetCounters> _tallies = [];
    private int _closed;

    /// <summary>What was counted of each target.</summary>
    public IEnumerable<TargetCounters> Tallies => _tallies.Values;

    /// <summary>Starts a target's series: the gauge of its health and its counters at 0. Does nothing to a target that is already there.</summary>
    public void Introduce(Target target)
    {
        if (Of(target) is not null)
        {
            return;
        }

        var tally = new TargetCounters(target, scope);
        if (_tallies.TryGetValue((target.Name, target.Region), out var former))
        {
            Close(former);
        }

        _tallies[(target.Name, target.Region)] = tally;
        tally.Polls.Show();
        tally.RequestDurations.Show();
    }

    /// <summary>Ends all series of a target that left the configuration. Whoever has taken its name and region since keeps theirs.</summary>
    public void Forget(Target target)
    {
        if (Of(target) is { } tally && _tallies.TryRemove(new((target.Name, target.Region), tally)))
        {
            Close(tally);
        }
    }

    /// <summary>Counts one HTTP attempt, retries included. Call it within the attempt's span, for the exemplar.</summary>
    public void RequestEnded(Target target, string operation, CallOutcome outcome, TimeSpan duration)
    {
        if (Of(target) is { } tally)
        {
            tally.RequestEnded(operation, outcome);
            tally.RequestDurations.Record(operation, duration);
        }
    }

    /// <summary>Counts one page of ListJobs that was read and understood, and the jobs on it.</summary>
    public void PageRead(Target target, int jobs) => Of(target)?.PageRead(jobs);

    /// <summary>Counts one poll. Call it within the poll's span, for the exemplar.</summary>
    public void PollEnded(Target target, PollMode mode, CallOutcome outcome, TimeSpan duration) => Of(target)?.Polls.Record((mode, outcome), duration);

    /// <summary>Counts jobs that a full listing found different from what incremental polling held.</summary>
    public void Corrected(Target target, int jobs) => Of(target)?.Corrected(jobs);

    /// <inheritdoc/>
    public void JobEnded(Target target, string accountId, StateAndType key, TimeSpan duration) => Of(target)?.Jobs.Record((accountId, key), duration);

    /// <summary>Whether meters were disposed since this was last asked: what they held is to be swept out before the next scrape.</summary>
    public bool TakeClosed() => Interlocked.Exchange(ref _closed, 0) != 0;

    private void Close(TargetCounters tally)
    {
        tally.Dispose();
        Interlocked.Exchange(ref _closed, 1);
    }

    private TargetCounters? Of(Target target) => _tallies.TryGetValue((target.Name, target.Region), out var tally) && tally.Target == target ? tally : null;
}
