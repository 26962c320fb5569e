namespace DxJobs.Core.Snapshots;

/// <summary>
/// Which data sets have their own series when there are more than the limit: failing and late ones first, then the most recently active.
/// A selected data set keeps its series until it has been inactive for <see cref="Tenure"/> longer than one that would replace it, so that
/// series do not come and go from poll to poll.
/// </summary>
internal sealed class DataSetSelection
{
    /// <summary>How much more recently active a data set must be to replace a selected one.</summary>
    public static readonly TimeSpan Tenure = TimeSpan.FromDays(7);

    private HashSet<string> _selected = [];

    /// <summary>Selects at most <paramref name="limit"/> of the data sets that have jobs.</summary>
    public IReadOnlySet<string> Select(IReadOnlyCollection<DataSetCandidate> candidates, int limit)
    {
        _selected = candidates.Count <= limit
            ? [.. candidates.Select(candidate => candidate.Id)]
            : [.. candidates
                .OrderByDescending(candidate => candidate.NeedsAttention)
                .ThenByDescending(Rank)
                .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
                .Take(limit)
                .Select(candidate => candidate.Id)];
        return _selected;
    }

    private long Rank(DataSetCandidate candidate) => candidate.LastActive + (_selected.Contains(candidate.Id) ? Tenure.Ticks : 0);
}
