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
    private readonly RecheckSchedule _rechecks = new(clock);
    private FullListing? _firstListing;
    private JobLedger _listedLedger = new();
    private RecentFailures _listedFailures = new();
    private BackgroundResync? _resync;
    private bool _resyncPaused;
    private JobLedger? _ledger;
    private RecentFailures _failures = new();
    private long _lastFull;
    private bool _getJobRefused;
    private TargetStatus _status = new() { Target = session.Target };

    /// <summary>The target.</summary>
    public Target Target => session.Target;

    /// <summary>Whether a first listing has come a part of the way, so that the next poll is due at once.</summary>
    public bool ContinuesAtOnce => _ledger is null && _status is { Up: true, Listing: not null };

    /// <summary>Polls once. Returns when the poll has ended, well or badly; the board says which.</summary>
    /// <exception cref="OperationCanceledException">The exporter is stopping, or the target has left the configuration.</exception>
    public async Task PollAsync(CancellationToken stopping)
    {
        var now = options();
        var mode = _ledger is null ? PollMode.Full : PollMode.Incremental;
        _resyncPaused = false;
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

        if (_firstListing is not null)
        {
            failure = EndSlice(failure, timeout.IsCancellationRequested, calls, now.Poll);
        }

        if (failure is null || mode == PollMode.Full)
        {
            Skip(calls.Skipped, isFullListing: false);
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

    /// <summary>The call of a resync in the background, due between polls; null if there is none to make before the next poll.</summary>
    public Task? NextResyncPageAsync(CancellationToken stopping)
    {
        var poll = options().Poll;
        if (_ledger is null || _resyncPaused || _resync is { IsComplete: true })
        {
            return null;
        }

        if (_resync is null && clock.GetElapsedTime(_lastFull) < poll.FullResync)
        {
            return null;
        }

        _resync ??= new BackgroundResync(session, _ledger, _failures, poll.PageSize, clock);
        return _resync.NextPageAsync(poll, stopping);
    }

    /// <summary>Takes in the page that <see cref="NextResyncPageAsync"/> has fetched. Not while a poll runs.</summary>
    public async Task AcceptResyncPageAsync(CancellationToken stopping)
    {
        var resync = _resync!;
        var failure = await resync.AcceptAsync();
        stopping.ThrowIfCancellationRequested();
        if (failure is not null)
        {
            _resyncPaused = true;
            PollLog.ResyncPageFailed(logger, Target, FailureClassifier.Classify(failure).Label(), resync.Progress.Pages, FailureDescriptions.Describe(failure).Error);
            if (FullListing.IsBroken(failure) || resync.HasStalled(options().Poll))
            {
                resync.Abandon();
                _resync = null;
                observer.PollEnded(Target, PollMode.Full, FailureClassifier.Classify(failure), clock.GetElapsedTime(resync.Begun));
            }
        }
    }

    private async Task ReadFullyAsync(ExporterOptions now, PollRequestStats calls, CancellationToken cancellation)
    {
        if (_firstListing is null)
        {
            _skipped = [];
            (_listedLedger, _listedFailures) = (new JobLedger(), new RecentFailures());
            var sink = session.Sink(new FirstListing(_listedLedger, clock.GetTimestamp), _listedFailures);
            _firstListing = new FullListing(sink, now.Poll.PageSize, clock);
        }

        var api = session.Open(now.Poll);
        await _firstListing.ReadAsync(api, calls, cancellation);
        _listedLedger.OnFullListing(session.ServerClock.Now);
        _lastFull = _firstListing.Begun;
        await PublishAsync(api, _listedLedger, new CommitResult([], 0), _listedFailures, now, calls, cancellation);
        _firstListing = null;
    }

    /// <summary>A poll that ran out of time while the first listing made progress is a success. What cannot be continued is begun again by the next poll.</summary>
    private Exception? EndSlice(Exception? failure, bool timedOut, PollRequestStats calls, PollOptions poll)
    {
        var listing = _firstListing!;
        if (failure is not null && timedOut && calls.Pages > 0 && !listing.IsComplete)
        {
            failure = null;
        }

        if (failure is not null
            && (FullListing.IsBroken(failure) || clock.GetElapsedTime(listing.ProgressAt) > poll.FullTimeout))
        {
            _firstListing = null;
        }

        return failure;
    }

    private async Task ReadIncrementallyAsync(ExporterOptions now, PollRequestStats calls, CancellationToken cancellation)
    {
        var ledger = _ledger!;
        var start = clock.GetTimestamp();
        var api = session.Open(now.Poll);
        ledger.Expire(session.ServerClock.Now);
        var changes = new LedgerChanges(ledger, start);
        var reading = new IncrementalReading(
            ledger,
            changes,
            session.Sink(changes, _failures),
            canFetchOne: !_getJobRefused,
            now.Poll.RecheckEveryPoll ? null : open => _rechecks.Choose(open, session.ServerClock.Now, now.Poll));
        await reading.ReadAsync(api, calls, now.Poll.PageSize, cancellation);
        _rechecks.Spend(reading.RecheckCalls);
        if (reading.GetJobRefused)
        {
            _getJobRefused = true;
            PollLog.GetJobRefused(logger, Target);
        }

        await session.ResolveAccountAsync(cancellation);
        var committed = changes.Commit(session.ServerClock.Now);
        await PublishAsync(api, ledger, CommitResync(committed), _failures, now, calls, cancellation);
    }

    /// <summary>A resync that has read everything takes effect together with the poll after it.</summary>
    private CommitResult CommitResync(CommitResult poll)
    {
        if (_resync is not { IsComplete: true } resync)
        {
            return poll;
        }

        Skip(resync.Skipped, isFullListing: true);
        var corrected = resync.Commit(session.ServerClock.Now);
        (_resync, _lastFull, _getJobRefused) = (null, resync.Begun, false);
        observer.PollEnded(Target, PollMode.Full, CallOutcome.Ok, clock.GetElapsedTime(resync.Begun));
        return new CommitResult([.. poll.Ended, .. corrected.Ended], corrected.Corrections);
    }

    /// <summary>All has been read: settles the account, changes the ledger and publishes.</summary>
    private async Task PublishAsync(
        JobsClient api,
        JobLedger ledger,
        CommitResult committed,
        RecentFailures failures,
        ExporterOptions now,
        PollRequestStats calls,
        CancellationToken cancellation)
    {
        var accountId = await session.ResolveAccountAsync(cancellation);
        if (now.DataSets.Enabled)
        {
            var ids = _dataSets.NamesNeeded(ledger.Counts, now.DataSets.Feeds, session.KnownDataSet, session.ServerClock.Now);
            await session.DataSetNamesAsync(api, ids, calls, cancellation);
        }

        var serverNow = session.ServerClock.Now;
        (_ledger, _failures) = (ledger, failures);
        failures.KeepOnly(job => ledger.RankOf(JobKey.Of(job.Id)) >= 0);
        Count(committed, accountId);
        if (now.Log.FailedJobs)
        {
            var failed = committed.Ended.Select(ended => ended.Job).Where(job => JobState.IsFailure(job.State)).ToList();
            FailedJobLog.Write(logger, Target, accountId, failed, session.KnownNameOf);
        }

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
    private void Skip(Dictionary<string, string> skipped, bool isFullListing)
    {
        foreach (var (job, missing) in skipped.Where(job => !_skipped.ContainsKey(job.Key)).Take(MaxSkippedLogged))
        {
            PollLog.JobSkipped(logger, Target, job, missing);
        }

        _skipped = isFullListing ? skipped : _skipped.Concat(skipped).DistinctBy(job => job.Key).ToDictionary();
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

        _status = _status with
        {
            LastPoll = report,
            LastSuccessAt = report.Succeeded && _firstListing is not null ? clock.GetUtcNow() : _status.LastSuccessAt,
            Listing = _firstListing?.Progress ?? _resync?.Progress,
            OldestConfirmationAt = _ledger?.OldestConfirmation is { } at ? clock.GetUtcNow() - clock.GetElapsedTime(at) : null,
        };
        if (_firstListing is { } listing)
        {
            PollLog.FirstListingContinues(logger, Target, listing.Progress.Pages, listing.Progress.Jobs);
        }

        board.Post(_status);
        PollLog.Ended(logger, Target, report, before);
    }
}
