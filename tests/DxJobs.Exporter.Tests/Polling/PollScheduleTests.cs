using CsCheck;
using DxJobs.Exporter.Polling;

namespace DxJobs.Exporter.Tests.Polling;

public class PollScheduleTests
{
    private static readonly DateTimeOffset Origin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_turn_is_at_the_targets_place_and_never_in_the_past_nor_right_after_the_last() =>
        Gen.Select(Gen.Double[0, 0.999], Gen.Int[0, 100_000], Gen.Int[0, 300]).Sample((place, startedAfter, took) =>
        {
            var started = Origin.AddSeconds(startedAfter);
            var now = started.AddSeconds(took);

            var next = PollSchedule.Next(Origin, place, Minute, started, now);

            Assert.True(next >= now);
            Assert.True(next >= started + (Minute / 2));
            Assert.True(next < (now > started + (Minute / 2) ? now : started + (Minute / 2)) + Minute + TimeSpan.FromMilliseconds(1));
            Assert.Equal(place * 60, (next - Origin).TotalSeconds % 60, 0.001);
        });

    [Fact]
    public void Turns_are_an_interval_apart()
    {
        var first = PollSchedule.Next(Origin, 0.25, Minute, Origin, Origin.AddSeconds(1));
        var second = PollSchedule.Next(Origin, 0.25, Minute, first, first.AddSeconds(1));

        Assert.Equal(Origin.AddSeconds(75), first);
        Assert.Equal(Origin.AddSeconds(135), second);
    }

    [Fact]
    public void A_poll_longer_than_the_interval_costs_a_turn()
    {
        var next = PollSchedule.Next(Origin, 0, Minute, Origin.AddSeconds(60), Origin.AddSeconds(125));

        Assert.Equal(Origin.AddSeconds(180), next);
    }
}
