using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Failures;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Tracing;

namespace DxJobs.Exporter.Polling;

/// <summary>
/// Polls one target: reads what it must, changes the ledger when all of it has been read, and posts the outcome. One poll at a time.
/// Nothing of a poll that failed is ever published.
/// </summary>
internal sealed class TargetPoller(
    TargetContext session, StatusBoard board, IPollObserver observer, Func<ExporterOptions> options, TimeProvider clock, ILogger logger)
    : IDisposable
{
    private const int HistoryLength = 120;

    private const int MaxSkippedLogged = 20;

    private readonly FinishedTotals _totals = new();
    private readonly DataSetSnapshots _dataSets = new();
    private readonly Queue<HistoryPoint> _history = new();
    private Dictionary<string, string> _skipped = [];
    private JobLedger? _ledger;
    private RecentFailures _failures = new();
    private long _lastFull;
    private bool _lastFullFailed;
    private bool _getJobRefused;
    private TargetStatus _status = new() { Target = session.Target };

    /// <summary>The target.</summary>
    public Target Target => session.Target;

    /// <summary>Polls once. Returns when the poll has ended, well or badly; the board says which.</summary>
    /// <exception cref="OperationCanceledException">The exporter is stopping, or the target has left the configuration.</exception>
    public async Task PollAsync(CancellationToken stopping)
    {
        var now = options();
        var mode = NextMode(now.Poll);
        var startedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        var calls = new PollRequestStats();
        using var timeout = new CancellationTokenSource(now.Poll.Timeout, clock);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        using var span = PollSpan.Start(Target, session.AccountId);
        Exception? failure = null;
        try
        {
            await (mode == PollMode.Full
                ? ReadFullyAsync(now, calls, cancellation.Token)
                : ReadIncrementallyAsync(now, calls, cancellation.Token));
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            failure = timeout.IsCancellationRequested ? calls.LastRetriedError ?? new PollTimedOutException(now.Poll.Timeout, now.Poll.MaxRequestsPerSecond, now.Poll.PageSize, calls.Pages, calls.Requests) : e;
        }

        if (failure is null)
        {
            Skip(calls.Skipped, mode);
        }

        if (mode == PollMode.Full)
        {
            _lastFullFailed = failure is not null;
        }

        var outcome = failure is null ? CallOutcome.Ok : FailureClassifier.Classify(failure);
        var duration = clock.GetElapsedTime(start);
        if (session.AccountId is { } accountId)
        {
            span.AccountIs(accountId);
        }

        span.Ended(outcome);
        observer.PollEnded(Target, mode, outcome, duration);
        Post(new PollReport(startedAt, duration, mode, outcome, calls.Pages, calls.Requests), failure);
    }

    /// <summary>Lets go of the target's client.</summary>
    public void Dispose() => session.Dispose();

    /// <summary>After a full listing that failed one incremental poll comes first: what is known needn't grow old because all of it can't be read.</summary>
    private PollMode NextMode(PollOptions poll) =>
        _ledger is null || (clock.GetElapsedTime(_lastFull) >= poll.FullResync && !_lastFullFailed) ? PollMode.Full : Incremental();

    private PollMode Incremental()
    {
        _lastFullFailed = false;
        return PollMode.Incremental;
    }

    private async Task ReadFullyAsync(ExporterOptions now, PollRequestStats calls, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        var api = session.Open(now.Poll);
        var failures = new RecentFailures();
        if (_ledger is null)
        {
            var ledger = new JobLedger();
            await FullReading.ReadAsync(api, calls, now.Poll.PageSize, session.Sink(new FirstListing(ledger), failures), cancellation);
            ledger.OnFullListing(session.ServerClock.Now);
            await PublishAsync(api, ledger, null, failures, now, calls, cancellation);
        }
        else
        {
            var changes = new LedgerChanges(_ledger, isFullListing: true);
            await FullReading.ReadAsync(api, calls, now.Poll.PageSize, session.Sink(changes, failures), cancellation);
            await PublishAsync(api, _ledger, changes, failures, now, calls, cancellation);
        }

        _lastFull = begun;
        _getJobRefused = false;
    }

    private async Task ReadIncrementallyAsync(ExporterOptions now, PollRequestStats calls, CancellationToken cancellation)
    {
        var ledger = _ledger!;
        var api = session.Open(now.Poll);
        ledger.Expire(session.ServerClock.Now);
        var changes = new LedgerChanges(ledger, isFullListing: false);
        var reading = new IncrementalReading(ledger, changes, session.Sink(changes, _failures), canFetchOne: !_getJobRefused);
        await reading.ReadAsync(api, calls, now.Poll.PageSize, cancellation);
        if (reading.GetJobRefused)
        {
            _getJobRefused = true;
            PollLog.GetJobRefused(logger, Target);
        }

        await PublishAsync(api, ledger, changes, _failures, now, calls, cancellation);
    }

    /// <summary>All has been read: settles the account, changes the ledger and publishes.</summary>
    private async Task PublishAsync(
        JobsClient api, JobLedger ledger, LedgerChanges? changes, RecentFailures failures, ExporterOptions now, PollRequestStats calls, CancellationToken cancellation)
    {
        var accountId = await session.ResolveAccountAsync(cancellation);
        if (now.DataSets.Enabled)
        {
            var ids = _dataSets.NamesNeeded(ledger.Counts, now.DataSets.Feeds, session.KnownDataSet, session.ServerClock.Now);
            await session.DataSetNamesAsync(api, ids, calls, cancellation);
        }

        var serverNow = session.ServerClock.Now;
        var committed = changes?.Commit(serverNow) ?? new CommitResult([], 0);
        (_ledger, _failures) = (ledger, failures);
        failures.KeepOnly(job => ledger.RankOf(JobKey.Of(job.Id)) >= 0);
        Count(committed, accountId);
        var snapshot = SnapshotBuilder.Build(
            ledger, _totals, now.Windows, now.Poll.AbandonedAfter, serverNow, clock.GetUtcNow(), accountId);
        snapshot = snapshot with { ConsecutiveFailures = TypeFailures.Count(ledger.Counts, now.DataSets.Feeds, session.KnownNameOf) };
        if (now.DataSets.Enabled)
        {
            snapshot = _dataSets.AddTo(snapshot, ledger.Counts, now.DataSets.Feeds, session.KnownDataSet, serverNow);
        }

        Remember(committed.Ended, snapshot);
        _status = _status with
        {
            AccountId = accountId,
            Snapshot = snapshot,
            LastSuccessAt = snapshot.TakenAt,
            LatestFailures = failures.Newest(session.KnownNameOf),
            History = [.. _history],
        };
    }

    private void Count(CommitResult committed, string accountId)
    {
        foreach (var ended in committed.Ended)
        {
            _totals.Add(ended.Job);
            observer.JobEnded(Target, accountId, new StateAndType(ended.Job.State, ended.Job.Type), ended.Duration);
        }

        observer.Corrected(Target, committed.Corrections);
        if (committed.Corrections > 0)
        {
            PollLog.Corrected(logger, Target, committed.Corrections);
        }
    }

    private void Remember(IReadOnlyList<FinishedJob> ended, TargetSnapshot snapshot)
    {
        var open = snapshot.Jobs.Where(j => JobState.IsOpen(j.Key.State)).Sum(j => j.Value);
        _history.Enqueue(new HistoryPoint(
            snapshot.TakenAt,
            (int)open,
            ended.Count(e => e.Job.State == JobState.Completed),
            ended.Count(e => JobState.IsFailure(e.Job.State))));
        if (_history.Count > HistoryLength)
        {
            _history.Dequeue();
        }
    }

    /// <summary>Takes note of the jobs that cannot be read; each is logged once.</summary>
    private void Skip(Dictionary<string, string> skipped, PollMode mode)
    {
        foreach (var (job, missing) in skipped.Where(job => !_skipped.ContainsKey(job.Key)).Take(MaxSkippedLogged))
        {
            PollLog.JobSkipped(logger, Target, job, missing);
        }

        _skipped = mode == PollMode.Full ? skipped : _skipped.Concat(skipped).DistinctBy(job => job.Key).ToDictionary();
        _status = _status with { JobsSkipped = _skipped.Count };
    }

    private void Post(PollReport report, Exception? failure)
    {
        var before = _status.LastPoll;
        if (failure is not null)
        {
            var (error, hint) = FailureDescriptions.Describe(failure);
            report = report with { Error = error, Hint = hint };
        }

        _status = _status with { LastPoll = report };
        board.Post(_status);
        PollLog.Ended(logger, Target, report, before);
    }
}
