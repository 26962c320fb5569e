using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;

namespace DxJobs.Benchmarks;

/// <summary>What a job costs in the ledger, and what a snapshot of many costs.</summary>
internal static class LedgerMemory
{
    public static Task RunAsync()
    {
        foreach (var count in new[] { 100_000, 1_000_000 })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var ledger = new JobLedger();
            var start = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < count; i++)
            {
                var job = Job(i);
                ledger.Upsert(JobKey.Of(job.Id), job);
            }

            var filled = TimeProvider.System.GetElapsedTime(start);
            var first = Measure(() => Snapshot(ledger));
            var next = Measure(() => Snapshot(ledger));
            var dataSets = new DataSetSnapshots();
            var firstFeeds = Measure(() => dataSets.AddTo(Snapshot(ledger), ledger.Counts, new(), _ => null, Now));
            var nextFeeds = Measure(() => dataSets.AddTo(Snapshot(ledger), ledger.Counts, new(), _ => null, Now));
            Console.WriteLine($"feeds of {count} jobs: first {firstFeeds.TotalMilliseconds:0.0} ms, next {nextFeeds.TotalMilliseconds:0.00} ms, with the counts");
            var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            Console.WriteLine(
                $"{count} jobs: {(double)bytes / count:0.0} bytes a job, filled in {filled.TotalMilliseconds:0} ms, first counts {first.TotalMilliseconds:0.0} ms, next counts {next.TotalMilliseconds:0.00} ms");
            GC.KeepAlive(ledger);
        }

        return Task.CompletedTask;
    }

    private static TargetSnapshot Snapshot(JobLedger ledger) =>
        SnapshotBuilder.Build(
            ledger, new FinishedTotals(), [Window.Parse("15m"), Window.Parse("1h"), Window.Parse("1d")], TimeSpan.FromDays(7), Now, Now, "123456789012");

    private static TimeSpan Measure(Func<TargetSnapshot> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        GC.KeepAlive(work());
        return TimeProvider.System.GetElapsedTime(start);
    }

    private static DateTimeOffset Now => new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Newest first, as a listing gives them; one in twenty has failed.</summary>
    private static Job Job(int i) => new()
    {
        Id = $"{i:x32}",
        State = i % 20 == 0 ? "ERROR" : "COMPLETED",
        Type = DocumentedValues.Types[i % 9],
        CreatedAt = Now.AddSeconds(-7 * i),
        UpdatedAt = Now.AddSeconds((-7 * i) + 60),
        DataSetId = $"{i % 30:x32}",
        Errors = i % 20 == 0 ? [new JobError { Code = DocumentedValues.Codes[i % 7] }] : [],
    };
}
