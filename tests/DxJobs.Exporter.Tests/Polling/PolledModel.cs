using DxJobs.Core.Ledger;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Polling;
using DxJobs.Exporter.Targets;
using DxJobs.Testing;
using DxJobs.Testing.Model;

namespace DxJobs.Exporter.Tests.Polling;

/// <summary>A model account and the ledger that polling keeps of it, without the clockwork around: the readings alone.</summary>
internal sealed class PolledModel
{
    public static readonly Target Target = new() { Name = "model", Region = "us-east-1" };

    private readonly JobsClient _api;
    private readonly int _pageSize;
    private readonly ServerClock _serverClock;
    private bool _listed;

    public PolledModel(int pageSize, bool shiftingPages = false)
    {
        _pageSize = pageSize;
        _serverClock = new ServerClock(HostClock);
        Account.Advanced = HostClock.Advance;
        Client = new ModelClient(Account) { ShiftingPages = shiftingPages, Answered = () => _serverClock.Observe(Account.Now) };
        var caller = new ApiCaller(Target, new AdaptiveRateLimiter(1_000_000, TimeProvider.System), new PollMetrics(), TimeProvider.System) { ServerAddress = "model" };
        _api = new JobsClient(Target, Client, caller);
    }

    public ModelAccount Account { get; } = new(Gens.Start);

    /// <summary>The clock of the host that polls: it goes as AWS's does, but may show another time.</summary>
    public SettableClock HostClock { get; } = new(Gens.Start);

    public ModelClient Client { get; }

    public JobLedger Ledger { get; } = new();

    public bool CanAskForOne { get; set; } = true;

    /// <summary>Chooses which open jobs to confirm; null: all.</summary>
    public Func<IReadOnlyList<NonFinalJob>, IReadOnlyList<NonFinalJob>>? Choose { get; set; }

    /// <summary>A full listing: the first one makes the ledger, later ones correct it.</summary>
    public async Task<CommitResult> PollFullyAsync()
    {
        Client.Calls.Clear();
        if (!_listed)
        {
            _listed = true;
            var first = new FirstListing(Ledger, HostClock.GetTimestamp);
            await new FullListing(first, _pageSize, HostClock).ReadAsync(_api, new PollRequestStats(), TestContext.Current.CancellationToken);
            Ledger.OnFullListing(_serverClock.Now);
            return new CommitResult([], 0);
        }

        var (listing, changes) = BeginResync();
        await listing.ReadAsync(_api, new PollRequestStats(), TestContext.Current.CancellationToken);
        return changes.Commit(_serverClock.Now);
    }

    /// <summary>A resync that the test drives page by page.</summary>
    public (FullListing Listing, ResyncChanges Changes) BeginResync()
    {
        var changes = new ResyncChanges(Ledger);
        return (new FullListing(changes, _pageSize, HostClock), changes);
    }

    /// <summary>The next page of a resync, as AWS lists it now.</summary>
    public Task<JobPage> FetchAsync(FullListing listing) => listing.FetchNextAsync(_api, new PollRequestStats(), TestContext.Current.CancellationToken);

    public CommitResult Commit(ResyncChanges changes) => changes.Commit(_serverClock.Now);

    public async Task<CommitResult> PollIncrementallyAsync()
    {
        Client.Calls.Clear();
        var start = HostClock.GetTimestamp();
        Ledger.Expire(_serverClock.Now);
        var changes = new LedgerChanges(Ledger, start);
        var reading = new IncrementalReading(Ledger, changes, changes, CanAskForOne, Choose);
        await reading.ReadAsync(_api, new PollRequestStats(), _pageSize, TestContext.Current.CancellationToken);
        return changes.Commit(_serverClock.Now);
    }
}
