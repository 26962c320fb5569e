namespace DxJobs.Benchmarks.Feeds;

/// <summary>A feed of 215 days.</summary>
/// <param name="FirstDay">Day 0 in days since 1970. History is day 0 to 89; the feed stops on day 90 to 119.</param>
/// <param name="Deliveries">The completion times of each delivery, in seconds since 1970.</param>
internal sealed record GeneratedFeed(int FirstDay, IReadOnlyList<double[]> Deliveries);
