using DxJobs.Core.Feeds;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Snapshots;

/// <summary>Adds data sets and their feeds to the snapshots of a target: selected data sets under their ids, the others together.</summary>
internal sealed class DataSetSnapshots
{
    /// <summary>The id under which the data sets over the limit are counted together.</summary>
    public const string Other = "__other__";

    private readonly DataSetSelection _selection = new();

    /// <summary>The data sets whose names are needed, the most important first.</summary>
    public IReadOnlyList<string> NamesNeeded(
        LedgerCounts counts, FeedSettings settings, Func<string, DataSetDescription?> describe, DateTimeOffset now)
    {
        var dataSets = DataSets(counts, settings, describe);
        var selected = Select(counts, dataSets, Feeds(counts, dataSets, settings, now), settings, now);
        return settings.NeedsNames
            ? [.. selected, .. dataSets.OrderByDescending(d => counts.Activity[d.Key]).Select(d => d.Value.Id).Where(id => !selected.Contains(id))]
            : [.. selected];
    }

    /// <summary>Adds them.</summary>
    /// <param name="snapshot">A snapshot of the same ledger.</param>
    /// <param name="counts">The ledger's counts.</param>
    /// <param name="settings">What is configured.</param>
    /// <param name="describe">What is known of a data set; null for nothing.</param>
    /// <param name="now">The time by AWS's clock.</param>
    public TargetSnapshot AddTo(
        TargetSnapshot snapshot, LedgerCounts counts, FeedSettings settings, Func<string, DataSetDescription?> describe, DateTimeOffset now)
    {
        var dataSets = DataSets(counts, settings, describe);
        var feeds = Feeds(counts, dataSets, settings, now);
        var selected = Select(counts, dataSets, feeds, settings, now);
        return snapshot with
        {
            DataSets = [.. dataSets.Values.Where(d => selected.Contains(d.Id)).Select(d => new DataSetInfo(d.Id, d.Known?.Name ?? d.Id, d.Known?.Origin ?? ""))],
            DataSetJobs = Jobs(counts, dataSets, selected),
            Feeds = [.. feeds.Where(feed => selected.Contains(feed.DataSetId))],
        };
    }

    private IReadOnlySet<string> Select(
        LedgerCounts counts, Dictionary<int, (string Id, DataSetDescription? Known)> dataSets, List<FeedStatus> feeds, FeedSettings settings, DateTimeOffset now)
    {
        var attention = feeds.Where(feed => feed.StateAt(now) != FeedState.Ok).Select(feed => feed.DataSetId).ToHashSet();
        return _selection.Select(
            [.. dataSets.Select(d => new DataSetCandidate(d.Value.Id, attention.Contains(d.Value.Id), counts.Activity[d.Key]))], settings.Limit);
    }

    /// <summary>The data sets with jobs that are not excluded, by their number.</summary>
    private static Dictionary<int, (string Id, DataSetDescription? Known)> DataSets(LedgerCounts counts, FeedSettings settings, Func<string, DataSetDescription?> describe)
    {
        var dataSets = new Dictionary<int, (string Id, DataSetDescription? Known)>();
        foreach (var (dataSet, _) in counts.Tallies.DataSetJobs.Counts.Keys)
        {
            if (!dataSets.ContainsKey(dataSet) && counts.Symbols.DataSets[dataSet] is var id && describe(id) is var known && !settings.Excludes(id, known?.Name))
            {
                dataSets[dataSet] = (id, known);
            }
        }

        return dataSets;
    }

    private static List<FeedStatus> Feeds(
        LedgerCounts counts, Dictionary<int, (string Id, DataSetDescription? Known)> dataSets, FeedSettings settings, DateTimeOffset now)
    {
        var feeds = new List<FeedStatus>();
        foreach (var (key, history) in counts.Feeds.All)
        {
            if (dataSets.TryGetValue(key.DataSet, out var dataSet))
            {
                var type = counts.Symbols.Types[key.Type];
                feeds.Add(new FeedStatus
                {
                    DataSetId = dataSet.Id,
                    DataSetName = dataSet.Known?.Name,
                    Type = type,
                    LastCompleted = Time(history.LastCompleted),
                    LastFailed = history.Failed is [.., var last] ? Time(last.UpdatedAt) : null,
                    ConsecutiveFailures = history.FailuresAfter(history.LastCompleted),
                    LastFailureCode = NewestCode(history.Failed, counts.Symbols),
                    ExpectedInterval = settings.Configured(dataSet.Id, dataSet.Known?.Name, type) ?? history.ExpectedInterval(now.UtcTicks),
                });
            }
        }

        return feeds;
    }

    private static Dictionary<DataSetAndState, long> Jobs(
        LedgerCounts counts, Dictionary<int, (string Id, DataSetDescription? Known)> dataSets, IReadOnlySet<string> selected)
    {
        var table = new Dictionary<DataSetAndState, long>();
        foreach (var ((dataSet, state), count) in counts.Tallies.DataSetJobs.Counts)
        {
            if (!dataSets.TryGetValue(dataSet, out var known))
            {
                continue;
            }

            var id = selected.Contains(known.Id) ? known.Id : Other;
            if (!table.ContainsKey(new DataSetAndState(id, JobState.Completed)))
            {
                foreach (var documented in DocumentedValues.States)
                {
                    table[new DataSetAndState(id, documented)] = 0;
                }
            }

            var key = new DataSetAndState(id, counts.Symbols.States[state]);
            table[key] = table.GetValueOrDefault(key) + count;
        }

        return table;
    }

    /// <summary>Of jobs that failed at the same time the one created last decides, then the code's spelling.</summary>
    private static string? NewestCode(ReadOnlySpan<FailureRecord> failed, LedgerSymbols symbols)
    {
        string? newest = null;
        for (var i = failed.Length - 1; i >= 0 && (failed[i].UpdatedAt, failed[i].CreatedAt) == (failed[^1].UpdatedAt, failed[^1].CreatedAt); i--)
        {
            var code = failed[i].Code < 0 ? JobState.TimedOut : symbols.Codes[failed[i].Code];
            newest = string.CompareOrdinal(code, newest) > 0 ? code : newest;
        }

        return newest;
    }

    private static DateTimeOffset? Time(long? ticks) => ticks is { } known ? new DateTimeOffset(known, TimeSpan.Zero) : null;
}
