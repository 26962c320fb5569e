namespace DxJobs.Core.Feeds;

/// <summary>What is configured about data sets and their feeds.</summary>
internal sealed record FeedSettings
{
    /// <summary>Data sets with their own series.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Data sets without series.</summary>
    public IReadOnlyList<DataSetPattern> Exclude { get; init; } = [];

    /// <summary>Intervals that override learned ones; the first match wins.</summary>
    public IReadOnlyList<ConfiguredFeed> Expected { get; init; } = [];

    /// <summary>Whether a pattern can match names, so that the names of all data sets are needed.</summary>
    public bool NeedsNames => Exclude.Any(pattern => pattern.MatchesNames) || Expected.Any(feed => feed.DataSet.MatchesNames);

    /// <summary>Whether a data set is excluded.</summary>
    public bool Excludes(string dataSetId, string? dataSetName)
    {
        foreach (var pattern in Exclude)
        {
            if (pattern.Matches(dataSetId, dataSetName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The configured interval of a feed; null for none.</summary>
    public ExpectedInterval? Configured(string dataSetId, string? dataSetName, string type)
    {
        foreach (var feed in Expected)
        {
            if (feed.Matches(dataSetId, dataSetName, type))
            {
                return feed.Interval;
            }
        }

        return null;
    }
}
