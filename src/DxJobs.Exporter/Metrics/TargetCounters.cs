using System.Collections.Concurrent;
using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Metrics;

/// <summary>All that was counted of polling one target since it was configured. Safe for use by several threads.</summary>
internal sealed class TargetCounters : IDisposable
{
    private readonly ConcurrentDictionary<(string Operation, CallOutcome Outcome), long> _requests = [];
    private long _pages;
    private long _jobsListed;
    private long _corrections;

    /// <summary>Nothing counted yet, but what is always there at 0.</summary>
    public TargetCounters(Target target, MeterScope? scope)
    {
        Target = target;
        foreach (var outcome in Enum.GetValues<CallOutcome>())
        {
            _requests[("ListJobs", outcome)] = 0;
        }

        Polls = new(PollCatalogue.PollDuration, target, scope, key =>
            [new("target", target.Name), new("region", target.Region), new("mode", key.Mode.Label()), new("outcome", key.Outcome.Label())]);
        RequestDurations = new(PollCatalogue.RequestDuration, target, scope, operation =>
            [new("target", target.Name), new("region", target.Region), new("operation", operation)]);
        Jobs = new(JobCatalogue.JobDuration, target, scope, job =>
        [
            new("target", target.Name), new("account_id", job.AccountId), new("region", target.Region),
            new("state", job.Key.State), new("type", job.Key.Type),
        ]);
    }

    /// <summary>The target.</summary>
    public Target Target { get; }

    /// <summary><c>dxjobs_poll_duration_seconds</c>.</summary>
    public HideableHistogram<(PollMode Mode, CallOutcome Outcome)> Polls { get; }

    /// <summary><c>dxjobs_api_request_duration_seconds</c>, by operation.</summary>
    public HideableHistogram<string> RequestDurations { get; }

    /// <summary><c>aws_dataexchange_job_duration_seconds</c>.</summary>
    public HideableHistogram<(string AccountId, StateAndType Key)> Jobs { get; }

    /// <summary><c>dxjobs_api_requests_total</c>, in a steady order.</summary>
    public IEnumerable<KeyValuePair<(string Operation, CallOutcome Outcome), long>> Requests => _requests.OrderBy(e => e.Key.Outcome).ThenBy(e => e.Key.Operation, StringComparer.Ordinal);

    /// <summary><c>dxjobs_pages_read_total</c>.</summary>
    public long Pages => Interlocked.Read(ref _pages);

    /// <summary>Jobs on these pages, for people who watch; one that stands on two of them counts twice.</summary>
    public long JobsListed => Interlocked.Read(ref _jobsListed);

    /// <summary><c>dxjobs_resync_corrections_total</c>.</summary>
    public long Corrections => Interlocked.Read(ref _corrections);

    /// <summary>Counts one HTTP attempt.</summary>
    public void RequestEnded(string operation, CallOutcome outcome) => _requests.AddOrUpdate((operation, outcome), 1, static (_, n) => n + 1);

    /// <summary>Counts one page, and the jobs on it.</summary>
    public void PageRead(int jobs)
    {
        Interlocked.Increment(ref _pages);
        Interlocked.Add(ref _jobsListed, jobs);
    }

    /// <summary>Counts corrected jobs.</summary>
    public void Corrected(int jobs) => Interlocked.Add(ref _corrections, jobs);

    /// <summary>Ends its histograms: none of their series comes back.</summary>
    public void Dispose()
    {
        Polls.Dispose();
        RequestDurations.Dispose();
        Jobs.Dispose();
    }
}
