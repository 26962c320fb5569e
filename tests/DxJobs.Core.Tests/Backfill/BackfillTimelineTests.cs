using DxJobs.Core.Backfill;

namespace DxJobs.Core.Tests.Backfill;

public class BackfillTimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 15, 2, 7, TimeSpan.Zero);

    [Fact]
    public void Samples_are_at_multiples_of_the_step_within_the_range()
    {
        var timeline = new BackfillTimeline(Start, Start.AddHours(1), TimeSpan.FromMinutes(5));

        Assert.Equal(12, timeline.Count);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 15, 5, 0, TimeSpan.Zero).ToUnixTimeSeconds(), timeline.UnixSecondsAt(0));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 16, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), timeline.UnixSecondsAt(11));
    }

    [Fact]
    public void Indexes_agree_with_a_search()
    {
        var timeline = new BackfillTimeline(Start, Start.AddHours(1), TimeSpan.FromMinutes(5));
        var all = Enumerable.Range(0, timeline.Count).Select(timeline.TicksAt).ToList();
        for (var seconds = -3600; seconds < 7200; seconds++)
        {
            var ticks = Start.AddSeconds(seconds).UtcTicks;
            Assert.Equal(all.FindIndex(t => t >= ticks) is var i and >= 0 ? i : timeline.Count, timeline.IndexAtOrAfter(ticks));
            Assert.Equal(all.FindIndex(t => t > ticks) is var j and >= 0 ? j : timeline.Count, timeline.IndexAfter(ticks));
        }
    }

    [Fact]
    public void An_empty_range_has_no_samples() =>
        Assert.Equal(0, new BackfillTimeline(Start, Start.AddSeconds(10), TimeSpan.FromMinutes(5)).Count);
}
