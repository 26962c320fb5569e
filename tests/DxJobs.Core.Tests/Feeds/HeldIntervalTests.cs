using CsCheck;
using DxJobs.Core.Feeds;

namespace DxJobs.Core.Tests.Feeds;

public sealed class HeldIntervalTests
{
    private static readonly long Start = new DateTime(2026, 1, 5, 6, 0, 0, DateTimeKind.Utc).Ticks;

    [Fact]
    public void The_value_is_held_while_the_feed_is_silent_and_loses_its_history()
    {
        var daily = Daily(60);
        var held = new HeldInterval();
        var value = held.After(daily, daily[^1]);

        Assert.Equal(TimeSpan.FromHours(30), value?.Value);
        Assert.Equal(value, held.After(daily.AsSpan(57), daily[^1] + (70 * TimeSpan.TicksPerDay)));
        Assert.Null(new HeldInterval().After(daily.AsSpan(57), daily[^1] + (70 * TimeSpan.TicksPerDay)));
    }

    [Fact]
    public void A_rhythm_is_reused_for_twelve_hours()
    {
        var hourly = Enumerable.Range(0, 24 * 30).Select(i => Start + (i * TimeSpan.TicksPerHour)).ToList();
        var held = new HeldInterval();
        Assert.Equal(TimeSpan.FromHours(2), held.After([.. hourly], hourly[^1])?.Value);

        // Two outages of six hours: the longest gap changes, but only a rhythm learned again takes notice.
        hourly.AddRange([hourly[^1] + (6 * TimeSpan.TicksPerHour), hourly[^1] + (11 * TimeSpan.TicksPerHour)]);
        Assert.Equal(TimeSpan.FromHours(2), held.After([.. hourly], hourly[^1])?.Value);

        hourly.Add(hourly[^1] + (2 * TimeSpan.TicksPerHour));
        Assert.Equal(IntervalEstimator.Estimate([.. hourly]), held.After([.. hourly], hourly[^1]));
        Assert.NotEqual(TimeSpan.FromHours(2), IntervalEstimator.Estimate([.. hourly])?.Value);
    }

    [Fact]
    public void Equals_a_fresh_estimate_whenever_a_completion_comes_twelve_hours_after_the_rhythm_was_learned() =>
        Gen.Long[12 * TimeSpan.TicksPerHour, 3 * TimeSpan.TicksPerDay].Array[1, 60].Sample(gaps =>
        {
            var held = new HeldInterval();
            var completions = new List<long> { Start };
            foreach (var gap in gaps)
            {
                completions.Add(completions[^1] + gap);
                Assert.Equal(IntervalEstimator.Estimate([.. completions]), held.After([.. completions], completions[^1]));
            }
        });

    private static long[] Daily(int days) => [.. Enumerable.Range(0, days).Select(day => Start + (day * TimeSpan.TicksPerDay))];
}
