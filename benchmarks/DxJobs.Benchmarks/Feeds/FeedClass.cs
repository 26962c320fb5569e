namespace DxJobs.Benchmarks.Feeds;

/// <summary>What is expected of the estimator for a kind of feed.</summary>
internal enum FeedClass
{
    /// <summary>Anchored to the clock.</summary>
    Anchored,

    /// <summary>Irregular.</summary>
    Irregular,

    /// <summary>Changed its schedule.</summary>
    Changed,

    /// <summary>Too rare to judge: must yield no value.</summary>
    NoValue,
}
