namespace DxJobs.Core.Feeds;

/// <summary>The gaps between deliveries, without those inside a burst. In ticks.</summary>
/// <param name="Typical">The gap up to which all gaps together cover 15 % of the time.</param>
/// <param name="Count">The number of gaps between deliveries.</param>
/// <param name="Longest">The longest.</param>
/// <param name="Second">The second longest.</param>
/// <param name="Median">The upper median.</param>
internal readonly record struct DeliveryGaps(long Typical, int Count, long Longest, long Second, long Median)
{
    private const int MinCount = 4;
    private const int TypicalPercent = 15;

    /// <summary>The gaps of a feed; null if there are too few to judge.</summary>
    /// <param name="sortedGaps">All differences of neighbouring completions, ascending.</param>
    /// <param name="span">Their sum.</param>
    public static DeliveryGaps? From(ReadOnlySpan<long> sortedGaps, long span)
    {
        var typical = TypicalOf(sortedGaps, span);
        var first = 0;
        while (first < sortedGaps.Length && sortedGaps[first] < typical - sortedGaps[first])
        {
            first++;
        }

        var between = sortedGaps[first..];
        return between.Length < MinCount
            ? null
            : new DeliveryGaps(typical, between.Length, between[^1], between[^2], between[between.Length / 2]);
    }

    private static long TypicalOf(ReadOnlySpan<long> sortedGaps, long span)
    {
        var covered = 0L;
        foreach (var gap in sortedGaps)
        {
            covered += gap;
            if (covered * 100 >= span * TypicalPercent)
            {
                return gap;
            }
        }

        return 0;
    }
}
