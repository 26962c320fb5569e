using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Testing.Model;

namespace DxJobs.Core.Tests.Ledger;

public sealed class AutoExportTests
{
    [Fact]
    public void Jobs_started_by_an_event_action_are_counted_by_state()
    {
        var ledger = new JobLedger();
        var totals = new FinishedTotals();
        Upsert(ledger, "a", "IN_PROGRESS", isAutoExport: true);
        Upsert(ledger, "b", "COMPLETED", isAutoExport: true);
        Upsert(ledger, "c", "ERROR", isAutoExport: false);
        totals.Add(Upsert(ledger, "a", "ERROR", isAutoExport: true));

        var snapshot = SnapshotBuilder.Build(ledger, totals, [], TimeSpan.FromDays(7), Gens.Start, Gens.Start, ModelAccount.AccountId);

        Assert.Equal(
            [("WAITING", 0), ("IN_PROGRESS", 0), ("ERROR", 1), ("COMPLETED", 1), ("CANCELLED", 0), ("TIMED_OUT", 0)],
            snapshot.AutoExports.Select(e => (e.Key, (int)e.Value)));
        Assert.Equal(
            [("ERROR", 1), ("COMPLETED", 0), ("CANCELLED", 0), ("TIMED_OUT", 0)],
            snapshot.FinishedAutoExportsTotal.Select(e => (e.Key, (int)e.Value)));
        Assert.Equal(3, snapshot.Jobs.Where(j => j.Key.Type == "EXPORT_REVISIONS_TO_S3").Sum(j => j.Value));
    }

    private static Job Upsert(JobLedger ledger, string id, string state, bool isAutoExport)
    {
        var job = new Job
        {
            Id = id, State = state, Type = "EXPORT_REVISIONS_TO_S3", CreatedAt = Gens.Start, UpdatedAt = Gens.Start, IsAutoExport = isAutoExport,
        };
        ledger.Upsert(JobKey.Of(id), job);
        return job;
    }
}
