using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;

namespace DxJobs.Testing.Model;

/// <summary>What the tables of a snapshot must be, counted in the plainest way there is. Zeros left out.</summary>
internal static class ReferenceCount
{
    public static Dictionary<StateAndType, long> Jobs(IEnumerable<ModelJob> jobs) =>
        jobs.GroupBy(j => new StateAndType(j.State, j.Type)).ToDictionary(g => g.Key, g => (long)g.Count());

    public static Dictionary<TypeAndCode, long> Errors(IEnumerable<ModelJob> jobs) =>
        jobs.SelectMany(j => j.Errors.Select(e => new TypeAndCode(j.Type, e.Code))).GroupBy(k => k).ToDictionary(g => g.Key, g => (long)g.Count());

    public static Dictionary<CodeAndResource, long> ErrorResources(IEnumerable<ModelJob> jobs) =>
        jobs.SelectMany(j => j.Errors.Select(e => new CodeAndResource(e.Code, e.ResourceType ?? ""))).GroupBy(k => k).ToDictionary(g => g.Key, g => (long)g.Count());

    public static Dictionary<TypeAndLimit, long> LimitBreaches(IEnumerable<ModelJob> jobs) =>
        jobs.SelectMany(j => j.Errors.Where(e => e.LimitName is not null).Select(e => new TypeAndLimit(j.Type, e.LimitName!)))
            .GroupBy(k => k).ToDictionary(g => g.Key, g => (long)g.Count());

    public static Dictionary<string, double> LimitValues(IEnumerable<ModelJob> jobs) =>
        jobs.SelectMany(j => j.Errors.Where(e => e.LimitName is not null && e.LimitValue is not null).Select(e => (j.UpdatedAt, j.CreatedAt, e)))
            .GroupBy(r => r.e.LimitName!).ToDictionary(g => g.Key, g => g.Max(r => (r.UpdatedAt, r.CreatedAt, r.e.LimitValue!.Value)).Value);

    public static Dictionary<StateTypeAndWindow, long> RecentlyFinished(IEnumerable<ModelJob> jobs, IEnumerable<Window> windows, DateTimeOffset now) =>
        windows.SelectMany(w => jobs.Where(j => JobState.IsFinal(j.State) && j.UpdatedAt >= now - w.Length).Select(j => new StateTypeAndWindow(j.State, j.Type, w.Label)))
            .GroupBy(k => k).ToDictionary(g => g.Key, g => (long)g.Count());

    public static Dictionary<StateAndType, DateTimeOffset> OldestCreated(IEnumerable<ModelJob> jobs) =>
        jobs.Where(j => JobState.IsOpen(j.State)).GroupBy(j => new StateAndType(j.State, j.Type)).ToDictionary(g => g.Key, g => g.Min(j => j.CreatedAt));

    public static Dictionary<StateAndType, DateTimeOffset> LastFinished(IEnumerable<ModelJob> jobs) =>
        jobs.Where(j => JobState.IsFinal(j.State)).GroupBy(j => new StateAndType(j.State, j.Type)).ToDictionary(g => g.Key, g => g.Max(j => j.UpdatedAt));

    public static Dictionary<TKey, long> WithoutZeros<TKey>(IReadOnlyDictionary<TKey, long> counts)
        where TKey : notnull =>
        counts.Where(c => c.Value != 0).ToDictionary();

    /// <summary>Fails unless a snapshot says of the account what a plain count of its list says.</summary>
    public static void AssertEqual(IReadOnlyList<ModelJob> list, IReadOnlyList<Window> windows, DateTimeOffset now, TargetSnapshot snapshot)
    {
        Assert.Equal(list.Count, snapshot.JobsTracked);
        Assert.Equal(Jobs(list), WithoutZeros(snapshot.Jobs));
        Assert.Equal(Errors(list), WithoutZeros(snapshot.JobErrors));
        Assert.Equal(ErrorResources(list), WithoutZeros(snapshot.JobErrorResources));
        Assert.Equal(LimitBreaches(list), WithoutZeros(snapshot.LimitBreaches));
        Assert.Equal(LimitValues(list), new Dictionary<string, double>(snapshot.LimitValues));
        Assert.Equal(RecentlyFinished(list, windows, now), WithoutZeros(snapshot.RecentlyFinished));
        Assert.Equal(OldestCreated(list), new Dictionary<StateAndType, DateTimeOffset>(snapshot.OldestCreated));
        Assert.Equal(LastFinished(list), new Dictionary<StateAndType, DateTimeOffset>(snapshot.LastFinished));
    }

    /// <summary>Fails unless a ledger, whose counts were made for the moment, says of the data sets what a plain count of the list says.</summary>
    public static void AssertDataSetsEqual(IReadOnlyList<ModelJob> list, JobLedger ledger)
    {
        var (symbols, counts) = (ledger.Counts.Symbols, ledger.Counts);
        var withDataSet = list.Where(j => j.DataSetId is not null).ToList();
        Assert.Equal(
            withDataSet.CountBy(j => (j.DataSetId!, j.State)).ToDictionary(c => c.Key, c => (long)c.Value),
            counts.Tallies.DataSetJobs.Counts.ToDictionary(c => (symbols.DataSets[c.Key.DataSet], symbols.States[c.Key.State]), c => c.Value));
        Assert.Equal(withDataSet.Select(j => j.DataSetId).Distinct().Count(), symbols.DataSets.Count);
    }
}
