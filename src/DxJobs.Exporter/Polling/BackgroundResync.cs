using DxJobs.Core.Failures;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Tracing;

namespace DxJobs.Exporter.Polling;

/// <summary>
/// A full listing between the incremental polls of one target, with a fifth of the rate limit. Only the calls run beside polls; pages are taken in
/// and the result is committed while no poll runs, so nothing here is accessed by two threads at a time.
/// </summary>
internal sealed class BackgroundResync
{
    private readonly TargetContext _session;
    private readonly ResyncChanges _changes;
    private readonly FullListing _listing;
    private readonly TimeProvider _clock;
    private readonly PollRequestStats _calls = new();
    private Task<(JobPage? Page, Exception? Failure, long At)>? _pending;

    /// <summary>Begins.</summary>
    public BackgroundResync(TargetContext session, JobLedger ledger, RecentFailures failures, int pageSize, TimeProvider clock)
    {
        (_session, _clock) = (session, clock);
        _changes = new ResyncChanges(ledger);
        _listing = new FullListing(session.Sink(_changes, failures), pageSize, clock);
    }

    /// <summary>Timestamp of its beginning.</summary>
    public long Begun => _listing.Begun;

    /// <summary>Whether every page has been read, so that it can be committed.</summary>
    public bool IsComplete => _listing.IsComplete;

    /// <summary>Listed jobs that cannot be read, and what each has not.</summary>
    public Dictionary<string, string> Skipped => _calls.Skipped;

    /// <summary>How far it has come.</summary>
    public ListingProgress Progress => _listing.Progress;

    /// <summary>The call in progress, a new one if there is none. Never fails: <see cref="AcceptAsync"/> returns the failure.</summary>
    public Task NextPageAsync(PollOptions options, CancellationToken stopping) => _pending ??= FetchAsync(_session.Open(options), options, stopping);

    /// <summary>Takes in the page that has arrived. Returns what the call failed with; it can be made again.</summary>
    public async Task<Exception?> AcceptAsync()
    {
        var (page, failure, at) = await _pending!;
        _pending = null;
        if (page is null)
        {
            return failure;
        }

        _changes.ReadAt = at;
        try
        {
            _listing.Accept(page);
            return null;
        }
        catch (MalformedResponseException e)
        {
            return e;
        }
    }

    /// <summary>Whether there has been no progress for too long.</summary>
    public bool HasStalled(PollOptions options) => _clock.GetElapsedTime(_listing.ProgressAt) > options.FullTimeout;

    /// <summary>Changes the ledger.</summary>
    public CommitResult Commit(DateTimeOffset now) => _changes.Commit(now);

    /// <summary>Gives it up; the ledger stays as it is.</summary>
    public void Abandon() => _changes.Abandon();

    private PollTimedOutException TimedOut(PollOptions options) =>
        new(options.Timeout, options.MaxRequestsPerSecond, options.PageSize, _calls.Pages, _calls.Requests);

    private async Task<(JobPage? Page, Exception? Failure, long At)> FetchAsync(JobsClient api, PollOptions options, CancellationToken stopping)
    {
        var at = _clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _clock);
        try
        {
            await _session.WaitInBackgroundAsync(options, stopping);
            timeout.CancelAfter(options.Timeout);
            at = _clock.GetTimestamp();
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
            using var span = PollSpan.Start(_session.Target, _session.AccountId, "dxjobs.resync");
            return (await _listing.FetchNextAsync(api, _calls, cancellation.Token), null, at);
        }
        catch (Exception e)
        {
            return (null, timeout.IsCancellationRequested ? _calls.LastRetriedError ?? TimedOut(options) : e, at);
        }
    }
}
