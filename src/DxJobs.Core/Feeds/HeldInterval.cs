namespace DxJobs.Core.Feeds;

/// <summary>
/// The expected interval of one feed: estimated when a completion is seen and held until the next one, so that a deadline never moves while
/// a feed is silent and loses its history. A rhythm is reused for up to <see cref="IntervalEstimator.RhythmLifetime"/>.
/// </summary>
internal sealed class HeldInterval
{
    private long? _last;
    private long? _learnedAt;
    private FeedRhythm? _rhythm;
    private ExpectedInterval? _value;

    /// <summary>The interval after the last completion; null if it cannot be judged.</summary>
    /// <param name="completions">UTC ticks, ascending; not empty.</param>
    /// <param name="now">UTC ticks.</param>
    public ExpectedInterval? After(ReadOnlySpan<long> completions, long now)
    {
        if (completions[^1] == _last)
        {
            return _value;
        }

        if (_learnedAt is not { } learnedAt || Math.Abs(now - learnedAt) >= IntervalEstimator.RhythmLifetime.Ticks)
        {
            (_rhythm, _learnedAt) = (IntervalEstimator.Learn(completions), now);
        }

        (_value, _last) = (IntervalEstimator.Estimate(completions, _rhythm), completions[^1]);
        return _value;
    }
}
