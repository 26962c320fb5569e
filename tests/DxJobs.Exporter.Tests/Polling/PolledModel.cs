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

    public PolledModel(int pageSize, bool shiftingPages = false)
    {
        _pageSize = pageSize;
        Client = new ModelClient(Account) { ShiftingPages = shiftingPages };
        var caller = new ApiCaller(Target, new RequestPacer(1_000_000, TimeProvider.System), new PollMetrics(), TimeProvider.System) { ServerAddress = "model" };
        _api = new JobsApi(Target, Client, caller);
    }

    public ModelAccount Account { get; } = new(Gens.Start);

    public ModelClient Client { get; }

    public JobLedger Ledger { get; private set; } = new();

    public bool CanAskForOne { get; set; } = true;

    /// <summary>A full listing: the first one makes the ledger, later ones correct it.</summary>
    public async Task<CommittedChanges> PollFullyAsync()
    {
        Client.Calls.Clear();
        if (Ledger.NewestCreatedAt is null)
        {
            Ledger = new JobLedger();
            await FullReading.ReadAsync(_api, new PollCalls(), _pageSize, new FirstListing(Ledger), TestContext.Current.CancellationToken);
            Ledger.FullyListed(Account.Now);
            return new CommittedChanges([], 0);
        }

        var changes = new LedgerChanges(Ledger, PollMode.Full);
        await FullReading.ReadAsync(_api, new PollCalls(), _pageSize, changes, TestContext.Current.CancellationToken);
        return changes.Commit(Account.Now);
    }

    public async Task<CommittedChanges> PollIncrementallyAsync()
    {
        Client.Calls.Clear();
        Ledger.Expire(Account.Now);
        var changes = new LedgerChanges(Ledger, PollMode.Incremental);
        await new IncrementalReading(Ledger, changes, changes, CanAskForOne).ReadAsync(_api, new PollCalls(), _pageSize, TestContext.Current.CancellationToken);
        return changes.Commit(Account.Now);
    }
}
