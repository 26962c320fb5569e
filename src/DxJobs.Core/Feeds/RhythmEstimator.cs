using System.Buffers;

namespace DxJobs.Core.Feeds;

/// <summary>Learns a feed's rhythm. Definition, constants and figures: docs/feeds.md and benchmarks/README.md.</summary>
internal static class RhythmEstimator
{
    private const int MinCompletions = 5;
    private const int MinGapsForWeekly = 20;
    private const int MaxFailedForecasts = 4;

    private static readonly long MinSpan = TimeSpan.FromDays(7).Ticks;
    private static readonly long MinSpanForException = TimeSpan.FromDays(15).Ticks;
    private static readonly long MinMargin = TimeSpan.FromHours(1).Ticks;
    private static readonly long MinTolerance = TimeSpan.FromMinutes(75).Ticks;

    /// <summary>The rhythm; null if there are too few completions to judge.</summary>
    /// <param name="completions">UTC ticks, ascending.</param>
    public static FeedRhythm? Learn(ReadOnlySpan<long> completions)
    {
        if (completions.Length < MinCompletions || completions[^1] - completions[0] < MinSpan)
        {
            return null;
        }

        var span = completions[^1] - completions[0];
        if (GapsOf(completions, span) is not { } gaps)
        {
            return null;
        }

        var tolerance = Math.Max(MinTolerance, gaps.Typical / 3);
        var overrun = gaps.Count < MinGapsForWeekly ? null : Overrun(completions, tolerance);
        return new FeedRhythm(ByGap(gaps, span), tolerance, overrun);
    }

    private static DeliveryGaps? GapsOf(ReadOnlySpan<long> completions, long span)
    {
        var rented = ArrayPool<long>.Shared.Rent(completions.Length - 1);
        try
        {
            var gaps = rented.AsSpan(0, completions.Length - 1);
            for (var i = 0; i < gaps.Length; i++)
            {
                gaps[i] = completions[i + 1] - completions[i];
            }

            gaps.Sort();
            return DeliveryGaps.From(gaps, span);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }

    private static long ByGap(in DeliveryGaps gaps, long span)
    {
        // One exception in 90 days is not the rule.
        var isException = span >= MinSpanForException
            && (gaps.Second * 4 <= gaps.Median * 5 || (gaps.Count >= MinGapsForWeekly && gaps.Longest * 2 > gaps.Second * 5));
        var longest = isException ? gaps.Second : gaps.Longest;
        var margin = Math.Min(Math.Max(longest - gaps.Median, longest / 4), longest / 2);
        return longest + Math.Max(MinMargin, margin);
    }

    /// <summary>Tests the weekly forecast on each past completion; null if it failed too often.</summary>
    private static long? Overrun(ReadOnlySpan<long> completions, long tolerance)
    {
        var failed = 0;
        long worst = 0, second = 0;
        for (var i = 0; i + 1 < completions.Length; i++)
        {
            var gap = completions[i + 1] - completions[i];
            if (gap <= tolerance || WeeklyWait.At(completions, completions[i], tolerance) is not { } wait)
            {
                continue;
            }

            if (gap * 4 > wait * 5 && ++failed > MaxFailedForecasts)
            {
                return null;
            }

            var over = Math.Max(0, gap - wait);
            (worst, second) = over > worst ? (over, worst) : (worst, Math.Max(second, over));
        }

        return second;
    }
}
