namespace DxJobs.Core.Feeds;

/// <summary>How long a feed usually takes to deliver again from a given time of the week.</summary>
internal static class WeeklyWait
{
    private const int MaxWeeks = 12;
    private const int MinSamples = 4;

    /// <summary>The forecast at the last completion, from the weeks before it; null with fewer than four of them.</summary>
    /// <param name="completions">UTC ticks, ascending.</param>
    /// <param name="tolerance">Completions within this time belong to the same delivery.</param>
    public static long? AtLast(ReadOnlySpan<long> completions, long tolerance)
    {
        Span<long> waits = stackalloc long[MaxWeeks];
        return Rank(waits[..Collect(completions, completions[^1], tolerance, -1, waits)]);
    }

    /// <summary>The forecast at any time, from the weeks before and after it, to test forecasts against the past.</summary>
    public static long? At(ReadOnlySpan<long> completions, long time, long tolerance)
    {
        Span<long> waits = stackalloc long[2 * MaxWeeks];
        var count = Collect(completions, time, tolerance, -1, waits);
        return Rank(waits[..(count + Collect(completions, time, tolerance, +1, waits[count..]))]);
    }

    private static int Collect(ReadOnlySpan<long> completions, long time, long tolerance, int direction, Span<long> waits)
    {
        for (var week = 1; week <= MaxWeeks; week++)
        {
            var sameTime = time + (direction * week * 7 * TimeSpan.TicksPerDay);
            if (sameTime < completions[0])
            {
                return week - 1;
            }

            // The tolerance skips the delivery that the time itself belongs to.
            var next = SortedTimes.FirstAtOrAfter(completions, sameTime + tolerance);
            if (next == completions.Length)
            {
                return week - 1;
            }

            waits[week - 1] = completions[next] - sameTime;
        }

        return MaxWeeks;
    }

    /// <summary>Of four or five weeks the longest wait, of six to eleven the second, of twelve the third.</summary>
    private static long? Rank(Span<long> waits)
    {
        if (waits.Length < MinSamples)
        {
            return null;
        }

        waits.Sort();
        return waits[waits.Length - 1 - (waits.Length / 6)];
    }
}
