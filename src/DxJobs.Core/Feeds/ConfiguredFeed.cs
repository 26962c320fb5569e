namespace DxJobs.Core.Feeds;

/// <summary>An interval that overrides the learned one: an entry of <c>data_sets.expected</c>.</summary>
/// <param name="DataSet">The data sets it applies to.</param>
/// <param name="Type">The type it applies to; null for all.</param>
/// <param name="Every">How often a job completes.</param>
/// <param name="Grace">How much later it may complete.</param>
internal sealed record ConfiguredFeed(DataSetPattern DataSet, string? Type, TimeSpan Every, TimeSpan Grace)
{
    /// <summary>The expected interval.</summary>
    public ExpectedInterval Interval => new(Every + Grace, IntervalSource.Configured);

    /// <summary>Whether it applies to a feed.</summary>
    public bool Matches(string dataSetId, string? dataSetName, string type) =>
        (Type is null || Type == type) && DataSet.Matches(dataSetId, dataSetName);
}
