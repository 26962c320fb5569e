using DxJobs.Core.Feeds;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Snapshots;

/// <summary>The jobs of each type that failed since the last completed one, excluded data sets left out.</summary>
internal static class TypeFailures
{
    /// <summary>Counts them; zero for documented types without any.</summary>
    public static IReadOnlyDictionary<string, long> Count(LedgerCounts counts, FeedSettings settings, Func<string, string?> nameOf)
    {
        var failures = DocumentedValues.Types.ToDictionary(type => type, _ => 0L);
        var included = counts.Feeds.All.Where(feed => feed.Key.DataSet < 0 || !IsExcluded(counts.Symbols.DataSets[feed.Key.DataSet])).ToList();
        foreach (var feeds in included.GroupBy(feed => feed.Key.Type, feed => feed.Value))
        {
            var lastCompleted = feeds.Max(feed => feed.LastCompleted);
            failures[counts.Symbols.Types[feeds.Key]] = feeds.Sum(feed => (long)feed.FailuresAfter(lastCompleted));
        }

        return failures;

        bool IsExcluded(string id) => settings.Exclude.Count > 0 && settings.Excludes(id, nameOf(id));
    }
}
