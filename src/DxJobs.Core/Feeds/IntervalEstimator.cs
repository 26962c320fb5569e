namespace DxJobs.Core.Feeds;

/// <summary>How long without a completed job is normal for a feed, learned from its completions.</summary>
internal static class IntervalEstimator
{
    /// <summary>Completions that are looked at: at most this number, the newest.</summary>
    public const int MaxCompletions = 10_000;

    /// <summary>A rhythm that was learned at an earlier completion may be used for this long.</summary>
    public static readonly TimeSpan RhythmLifetime = TimeSpan.FromHours(12);

    /// <summary>Completions this long before the newest are not looked at.</summary>
    private static readonly long History = TimeSpan.FromDays(90).Ticks;

    /// <summary>The rhythm; null if there are too few completions to judge.</summary>
    /// <param name="completions">UTC ticks, ascending.</param>
    public static FeedRhythm? Learn(ReadOnlySpan<long> completions) => RhythmEstimator.Learn(Recent(completions));

    /// <summary>The interval after the last completion; null if it cannot be judged.</summary>
    /// <param name="completions">UTC ticks, ascending.</param>
    public static ExpectedInterval? Estimate(ReadOnlySpan<long> completions) => Estimate(completions, Learn(completions));

    /// <summary>The interval after the last completion by a rhythm learned up to <see cref="RhythmLifetime"/> ago.</summary>
    public static ExpectedInterval? Estimate(ReadOnlySpan<long> completions, FeedRhythm? rhythm)
    {
        if (rhythm is not { } known)
        {
            return null;
        }

        var weekly = known.Overrun is { } overrun && WeeklyWait.AtLast(Recent(completions), known.Tolerance) is { } wait
            ? wait + Math.Max(wait / 4, 2 * overrun)
            : long.MaxValue;
        return weekly < known.ByGap
            ? new ExpectedInterval(TimeSpan.FromTicks(weekly), IntervalSource.Weekly)
            : new ExpectedInterval(TimeSpan.FromTicks(known.ByGap), IntervalSource.LongestGap);
    }

    private static ReadOnlySpan<long> Recent(ReadOnlySpan<long> completions)
    {
        var newest = completions[^Math.Min(completions.Length, MaxCompletions)..];
        return newest.IsEmpty ? newest : newest[SortedTimes.FirstAtOrAfter(newest, newest[^1] - History)..];
    }
}
