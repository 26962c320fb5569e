namespace DxJobs.Core.Snapshots;

/// <summary>
/// Which data sets have series of their own when there are more than the limit. A chosen one stays while it has jobs, so that series
/// don't come and go from poll to poll; free places go to the data sets with the most jobs.
/// </summary>
internal sealed class DataSetSelection
{
    private readonly HashSet<string> _chosen = [];

    /// <summary>Chooses among the data sets that have jobs now.</summary>
    /// <param name="jobs">The data sets and their numbers of jobs.</param>
    /// <param name="limit">The most to choose, 1 or more.</param>
    public IReadOnlySet<string> Choose(IReadOnlyDictionary<string, long> jobs, int limit)
    {
        _chosen.RemoveWhere(id => !jobs.ContainsKey(id));
        if (_chosen.Count > limit)
        {
            var kept = ByMostJobs(jobs.Where(j => _chosen.Contains(j.Key))).Take(limit).ToList();
            _chosen.Clear();
            _chosen.UnionWith(kept);
        }

        if (_chosen.Count < limit)
        {
            _chosen.UnionWith(ByMostJobs(jobs.Where(j => !_chosen.Contains(j.Key))).Take(limit - _chosen.Count));
        }

        return _chosen;
    }

    private static IEnumerable<string> ByMostJobs(IEnumerable<KeyValuePair<string, long>> jobs) =>
        jobs.OrderByDescending(j => j.Value).ThenBy(j => j.Key, StringComparer.Ordinal).Select(j => j.Key);
}
