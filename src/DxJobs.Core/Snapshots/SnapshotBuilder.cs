using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Snapshots;

/// <summary>Makes the ledger's numbers into a snapshot in AWS's words, complete with the known combinations that are 0.</summary>
internal static class SnapshotBuilder
{
    /// <summary>Makes one.</summary>
    /// <param name="ledger">The jobs.</param>
    /// <param name="totals">The counters.</param>
    /// <param name="windows">The configured windows.</param>
    /// <param name="abandonedAfter">The age from which an open job counts as abandoned.</param>
    /// <param name="now">The end of the windows and of the poll, by AWS's clock.</param>
    /// <param name="takenAt">The end of the poll by our clock.</param>
    /// <param name="accountId">The account.</param>
    public static TargetSnapshot Build(
        JobLedger ledger, FinishedTotals totals, IReadOnlyList<Window> windows, TimeSpan abandonedAfter, DateTimeOffset now, DateTimeOffset takenAt,
        string accountId)
    {
        var counts = ledger.Counts;
        counts.AdvanceTo(now, windows);
        var (symbols, tallies, latest) = (counts.Symbols, counts.Tallies, counts.Latest);
        var open = OpenJobs.From(ledger, now, abandonedAfter);
        return new TargetSnapshot
        {
            TakenAt = takenAt,
            AccountId = accountId,
            JobsTracked = ledger.Count,
            Jobs = ZeroFilled.With(ZeroFilled.Jobs, tallies.Jobs.Counts, k => StateAndType(symbols, k)),
            JobErrors = ZeroFilled.With(
                ZeroFilled.Errors, tallies.Errors.Counts, k => new TypeAndCode(symbols.Types[k.Type], symbols.Codes[k.Code])),
            JobErrorResources = ZeroFilled.With(
                ZeroFilled.ErrorResources,
                tallies.ErrorResources.Counts,
                k => new CodeAndResource(symbols.Codes[k.Code], k.ResourceType < 0 ? "" : symbols.ResourceTypes[k.ResourceType])),
            LimitBreaches = ZeroFilled.With(
                ZeroFilled.LimitBreaches,
                tallies.LimitBreaches.Counts,
                k => new TypeAndLimit(symbols.Types[k.Type], symbols.LimitNames[k.LimitName])),
            LimitValues = latest.Limits.ToDictionary(l => symbols.LimitNames[l.Key], l => l.Value.Value),
            RecentlyFinished = RecentlyFinished(counts, windows),
            OldestCreated = open.OldestCreated,
            OldestUpdated = open.OldestUpdated,
            AbandonedJobs = open.Abandoned,
            AutoExports = ZeroFilled.With(DocumentedValues.States, tallies.AutoExports.Counts, k => symbols.States[k]),
            FinishedAutoExportsTotal = ZeroFilled.With(JobState.Final, totals.AutoExports, k => k),
            LastFinished = latest.Finished.ToDictionary(f => StateAndType(symbols, f.Key), f => new DateTimeOffset(f.Value, TimeSpan.Zero)),
            FinishedTotal = ZeroFilled.With(ZeroFilled.FinishedJobs, totals.Jobs.Counts, k => k),
            FinishedErrorsTotal = ZeroFilled.With(ZeroFilled.Errors, totals.Errors.Counts, k => k),
            FinishedLimitBreachesTotal = ZeroFilled.With(ZeroFilled.LimitBreaches, totals.LimitBreaches.Counts, k => k),
        };
    }

    private static StateAndType StateAndType(LedgerSymbols symbols, (ushort State, ushort Type) key) =>
        new(symbols.States[key.State], symbols.Types[key.Type]);

    private static Dictionary<StateTypeAndWindow, long> RecentlyFinished(LedgerCounts counts, IReadOnlyList<Window> windows)
    {
        var all = new Dictionary<StateTypeAndWindow, long>();
        foreach (var window in windows)
        {
            foreach (var (state, type) in ZeroFilled.FinishedJobs)
            {
                all[new StateTypeAndWindow(state, type, window.Label)] = 0;
            }
        }

        foreach (var (window, finished) in counts.RecentlyFinished)
        {
            foreach (var (key, count) in finished)
            {
                all[new StateTypeAndWindow(counts.Symbols.States[key.State], counts.Symbols.Types[key.Type], window.Label)] = count;
            }
        }

        return all;
    }
}
