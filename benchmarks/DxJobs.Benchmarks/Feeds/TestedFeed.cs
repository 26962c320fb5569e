using static DxJobs.Benchmarks.Feeds.Calendar;

namespace DxJobs.Benchmarks.Feeds;

/// <summary>A feed as the evaluation runs it: whole, and stopped at a random instant of day 90 to 119.</summary>
internal sealed record TestedFeed
{
    public required int FirstDay { get; init; }

    /// <summary>All completions, UTC ticks, ascending.</summary>
    public required long[] Completions { get; init; }

    /// <summary>Those before the feed stopped.</summary>
    public required long[] Kept { get; init; }

    /// <summary>When the first missed delivery would have come; null if none would have.</summary>
    public required long? MissedAt { get; init; }

    /// <summary>When rules are evaluated, within their interval.</summary>
    public required long Offset { get; init; }

    public static TestedFeed From(FeedKind kind, int seed)
    {
        var random = new Sampler(seed);
        var feed = kind.Generate(random);
        var starts = feed.Deliveries.Select(delivery => delivery[0]).Order().ToArray();
        var missedAt = kind.StopsWithinADay ? MissedWithinADay(random, starts, feed.FirstDay) : MissedAnyTime(random, starts, feed.FirstDay);
        return new TestedFeed
        {
            FirstDay = feed.FirstDay,
            Completions = Ticks(feed.Deliveries),
            Kept = Ticks(feed.Deliveries.Where(delivery => missedAt is null || delivery[0] < missedAt)),
            MissedAt = missedAt is null ? null : Ticks(missedAt.Value),
            Offset = Ticks(random.Uniform(0, 15 * Minute)) - DateTime.UnixEpoch.Ticks,
        };
    }

    /// <summary>A delivery under way is completed.</summary>
    private static double? MissedAnyTime(Sampler random, double[] starts, int first)
    {
        var stop = random.Uniform((first + 90) * Day, (first + 120) * Day);
        return starts.Where(at => at >= stop).Select(at => (double?)at).FirstOrDefault();
    }

    /// <summary>Any delivery but the first of a day.</summary>
    private static double MissedWithinADay(Sampler random, double[] starts, int first) => random.OneOf<double>(
        [.. starts.Zip(starts.Skip(1)).Where(pair => pair.Second >= (first + 90) * Day && pair.Second < (first + 120) * Day
            && pair.Second - pair.First < 2 * Hour).Select(pair => pair.Second)]);

    private static long[] Ticks(IEnumerable<double[]> deliveries) => [.. deliveries.SelectMany(delivery => delivery).Order().Select(Ticks)];

    private static long Ticks(double seconds) => DateTime.UnixEpoch.Ticks + (long)(seconds * TimeSpan.TicksPerSecond);
}
