using DxJobs.Core.Feeds;

namespace DxJobs.Benchmarks.Feeds;

/// <summary>The expected interval as the exporter keeps it: computed when a completion is seen, then held.</summary>
internal sealed class HeldInterval(long[] completions)
{
    private static readonly long Retention = TimeSpan.FromDays(90).Ticks;

    private long _last;
    private long _learnedAt = long.MinValue / 2;
    private FeedRhythm? _rhythm;
    private ExpectedInterval? _value;

    /// <summary>The last completion before a time, and the interval after it; null when AWS has deleted the last job.</summary>
    public (long Last, long? Interval)? At(long now)
    {
        var seen = SortedTimes.FirstAtOrAfter(completions, now + 1);
        if (seen == 0 || completions[seen - 1] < now - Retention)
        {
            return null;
        }

        var last = completions[seen - 1];
        if (last != _last)
        {
            var listed = completions.AsSpan(SortedTimes.FirstAtOrAfter(completions, now - Retention)..seen);
            if (now - _learnedAt >= IntervalEstimator.RhythmLifetime.Ticks)
            {
                (_rhythm, _learnedAt) = (IntervalEstimator.Learn(listed), now);
            }

            (_value, _last) = (IntervalEstimator.Estimate(listed, _rhythm), last);
        }

        return (last, _value?.Value.Ticks);
    }
}
