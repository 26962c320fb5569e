using CsCheck;
using DxJobs.Exporter.Polling;

namespace DxJobs.Exporter.Tests.Polling;

public class PollScheduleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_turn_is_at_the_targets_place_and_never_in_the_past_nor_right_after_the_last() =>
        Gen.Select(Gen.Double[0, 0.999], Gen.Int[0, 100_000], Gen.Int[0, 300]).Sample((place, startedAfter, took) =>
        {
            var started = TimeSpan.FromSeconds(startedAfter);
            var now = started + TimeSpan.FromSeconds(took);

            var next = PollSchedule.Next(place, Minute, started, now);

            Assert.True(next >= now);
            Assert.True(next >= started + (Minute / 2));
            Assert.True(next < (now > started + (Minute / 2) ? now : started + (Minute / 2)) + Minute + TimeSpan.FromMilliseconds(1));
            Assert.Equal(place * 60, next.TotalSeconds % 60, 0.001);
        });

    [Fact]
    public void Turns_are_an_interval_apart()
    {
        var first = PollSchedule.Next(0.25, Minute, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        var second = PollSchedule.Next(0.25, Minute, first, first + TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(75), first);
        Assert.Equal(TimeSpan.FromSeconds(135), second);
    }

    [Fact]
    public void A_poll_longer_than_the_interval_costs_a_turn()
    {
        var next = PollSchedule.Next(0, Minute, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(125));

        Assert.Equal(TimeSpan.FromSeconds(180), next);
    }
}
