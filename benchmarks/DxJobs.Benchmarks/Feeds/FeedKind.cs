namespace DxJobs.Benchmarks.Feeds;

/// <summary>One of the 46 kinds of feed.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Class">What is expected for it.</param>
/// <param name="Generate">Makes one feed.</param>
internal sealed record FeedKind(string Name, FeedClass Class, Func<Sampler, GeneratedFeed> Generate)
{
    /// <summary>Whether the feed stops between two deliveries of one day.</summary>
    public bool StopsWithinADay { get; init; }
}
