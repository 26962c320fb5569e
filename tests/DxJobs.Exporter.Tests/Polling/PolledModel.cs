using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Paging;
using DxJobs.Exporter.Polling;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Tests.Model;

namespace DxJobs.Exporter.Tests.Polling;

/// <summary>A model account and the ledger that polling keeps of it, without the clockwork around: the readings alone.</summary>
internal sealed class PolledModel
{
    public static readonly Target Target = new() { Name = "model", Region = "us-east-1" };

    private readonly JobsApi _api;
    private readonly int _pageSize;
    private readonly ServerClock _serverClock;
    private bool _listed;

    public PolledModel(int pageSize, bool shiftingPages = false)
    {
        _pageSize = pageSize;
        _serverClock = new ServerClock(HostClock);
        Account.Advanced = HostClock.Advance;
        Client = new ModelClient(Account) { ShiftingPages = shiftingPages, Answered = () => _serverClock.Observe(Account.Now) };
        var caller = new ApiCaller(Target, new RequestPacer(1_000_000, TimeProvider.System), new PollMetrics(), TimeProvider.System) { ServerAddress = "model" };
        _api = new JobsApi(Target, Client, caller);
    }

    public ModelAccount Account { get; } = new(Gens.Start);

    /// <summary>The clock of the host that polls: it goes as AWS's does, but may show another time.</summary>
    public SettableClock HostClock { get; } = new(Gens.Start);

    public ModelClient Client { get; }

    public JobLedger Ledger { get; } = new();

    public bool CanAskForOne { get; set; } = true;

    /// <summary>A full listing: the first one makes the ledger, later ones correct it.</summary>
    public async Task<CommittedChanges> PollFullyAsync()
    {
        Client.Calls.Clear();
        if (!_listed)
        {
            _listed = true;
            await FullReading.ReadAsync(_api, new PollCalls(), _pageSize, new FirstListing(Ledger), TestContext.Current.CancellationToken);
            Ledger.FullyListed(_serverClock.Now);
            return new CommittedChanges([], 0);
        }

        var changes = new LedgerChanges(Ledger, PollMode.Full);
        await FullReading.ReadAsync(_api, new PollCalls(), _pageSize, changes, TestContext.Current.CancellationToken);
        return changes.Commit(_serverClock.Now);
    }

    public async Task<CommittedChanges> PollIncrementallyAsync()
    {
        Client.Calls.Clear();
        Ledger.Expire(_serverClock.Now);
        var changes = new LedgerChanges(Ledger, PollMode.Incremental);
        await new IncrementalReading(Ledger, changes, changes, CanAskForOne).ReadAsync(_api, new PollCalls(), _pageSize, TestContext.Current.CancellationToken);
        return changes.Commit(_serverClock.Now);
    }
}
