using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Snapshots;

/// <summary>The jobs of single data sets: those chosen under their own names, all others together.</summary>
internal sealed class DataSetCounts
{
    /// <summary>The id and name under which the data sets over the limit are counted together.</summary>
    public const string Other = "__other__";

    private readonly DataSetSelection _selection = new();

    /// <summary>Adds the tables of single data sets to a snapshot of the same ledger.</summary>
    /// <param name="snapshot">The snapshot without them.</param>
    /// <param name="counts">The ledger's counts, brought to the snapshot's time.</param>
    /// <param name="limit">Data sets with series of their own.</param>
    /// <param name="namesOf">Finds what people call the data sets; the id again where that can't be known.</param>
    public async Task<TargetSnapshot> AddToAsync(
        TargetSnapshot snapshot, LedgerCounts counts, int limit, Func<IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, string>>> namesOf)
    {
        var symbols = counts.Symbols;
        var jobs = counts.Tallies.DataSetJobs.Counts
            .Select(c => (Id: symbols.DataSets[c.Key.DataSet], State: symbols.States[c.Key.State], Count: c.Value))
            .ToList();
        var chosen = _selection.Choose(jobs.GroupBy(j => j.Id).ToDictionary(g => g.Key, g => g.Sum(j => j.Count)), limit);
        var names = await namesOf([.. chosen]);
        DataSetKey KeyOf(string id) => chosen.Contains(id) ? new DataSetKey(id, names.GetValueOrDefault(id, id)) : new DataSetKey(Other, Other);

        var table = new Dictionary<DataSetAndState, long>();
        foreach (var group in jobs.GroupBy(j => KeyOf(j.Id)))
        {
            foreach (var state in DocumentedValues.States)
            {
                table[new DataSetAndState(group.Key.DataSetId, group.Key.DataSetName, state)] = 0;
            }

            foreach (var job in group)
            {
                var key = new DataSetAndState(group.Key.DataSetId, group.Key.DataSetName, job.State);
                table[key] = table.GetValueOrDefault(key) + job.Count;
            }
        }

        var completed = counts.Latest.DataSetCompleted
            .GroupBy(c => KeyOf(symbols.DataSets[c.Key]), c => c.Value)
            .ToDictionary(g => g.Key, g => new DateTimeOffset(g.Max(), TimeSpan.Zero));
        return snapshot with { DataSetJobs = table, DataSetLastCompleted = completed };
    }
}
