using System.Diagnostics;
using CsCheck;
using DxJobs.Core.Feeds;

namespace DxJobs.Core.Tests.Feeds;

/// <summary>Feeds with exact times: the values follow from the definition in docs/feeds.md by hand.</summary>
public sealed class IntervalEstimatorTests
{
    private static readonly DateTime Monday = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<long[]> AnyFeed = Gen.Select(
        Gen.Long[0, TimeSpan.FromDays(2).Ticks].Array[0, 200],
        Gen.Int[0, 3],
        (gaps, density) => Cumulated([.. gaps.Select(gap => gap >> (4 * density))]));

    public static TheoryData<string, long?> ExactCases() => new()
    {
        { "every 15 min", 4_500 },
        { "every 80 min", 6_000 },
        { "hourly", 7_200 },
        { "daily 06:00", 108_000 },
        { "weekdays 06:00 until Monday", 108_000 },
        { "weekdays 06:00 until Friday", 324_000 },
        { "weekdays, one Tuesday missed", 108_000 },
        { "weekdays, a Tuesday and a Thursday missed", 259_200 },
        { "business hours until 10:00", 6_750 },
        { "business hours until 17:30", 65_250 },
        { "Mondays 06:00", 756_000 },
        { "1st and 15th 06:00", 1_836_000 },
        { "1st of the month", null },
        { "daily, 20 jobs a minute apart", 106_575 },
        { "daily since 28 March", 108_000 },
        { "daily since 30 March", null },
    };

    [Theory]
    [MemberData(nameof(ExactCases))]
    public void Feeds_with_exact_times(string feed, long? seconds)
    {
        var completions = Feed(feed);
        Assert.Equal(seconds, (long?)IntervalEstimator.Estimate(completions)?.Value.TotalSeconds);
    }

    [Fact]
    public void The_value_of_a_weekday_feed_comes_from_past_weeks_and_that_of_a_weekly_feed_from_the_longest_gap()
    {
        Assert.Equal(IntervalSource.Weekly, IntervalEstimator.Estimate(Feed("weekdays 06:00 until Monday"))?.Source);
        Assert.Equal(IntervalSource.LongestGap, IntervalEstimator.Estimate(Feed("Mondays 06:00"))?.Source);
    }

    [Fact]
    public void The_value_never_falls_below_an_hour_and_needs_five_completions_over_a_week() => AnyFeed.Sample(feed =>
    {
        var interval = IntervalEstimator.Estimate(feed);
        Assert.True(interval is null || interval.Value.Value >= TimeSpan.FromHours(1));
        if (feed.Length < 5 || feed[^1] - feed[0] < TimeSpan.FromDays(7).Ticks)
        {
            Assert.Null(interval);
        }
    });

    [Fact]
    public void The_same_feed_at_another_date_has_the_same_value() =>
        Gen.Select(AnyFeed, Gen.Long[0, TimeSpan.FromDays(1000).Ticks]).Sample((feed, later) =>
            Assert.Equal(IntervalEstimator.Estimate(feed), IntervalEstimator.Estimate([.. feed.Select(at => at + later)])));

    [Fact]
    public void Completions_beyond_the_newest_10_000_or_90_days_do_not_count()
    {
        var often = Every(TimeSpan.FromMinutes(5), 12_000);
        var outageAtTheStart = often[..1_000].Concat(often[1_900..]).ToArray();
        Assert.Equal(IntervalEstimator.Estimate(often.AsSpan(2_000)), IntervalEstimator.Estimate(outageAtTheStart));

        var daily = Every(TimeSpan.FromDays(1), 200);
        var hourlyBefore = Every(TimeSpan.FromHours(1), 24 * 100).Concat(daily[100..]).ToArray();
        Assert.Equal(IntervalEstimator.Estimate(daily.AsSpan(109)), IntervalEstimator.Estimate(hourlyBefore));
    }

    [Fact]
    public void The_most_expensive_feed_takes_milliseconds()
    {
        var feed = Every(TimeSpan.FromMinutes(80), 1_620);
        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            IntervalEstimator.Estimate(feed);
            return Stopwatch.GetElapsedTime(start);
        });
        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
    }

    [Fact]
    public void Times_far_apart_or_all_equal_are_no_error()
    {
        Assert.Null(IntervalEstimator.Estimate([]));
        Assert.Null(IntervalEstimator.Estimate([.. Enumerable.Repeat(Monday.Ticks, 100)]));
        Assert.Null(IntervalEstimator.Estimate([0, 1, 2, 3, 4, 5, DateTime.MaxValue.Ticks]));
    }

    private static long[] Feed(string name) => name switch
    {
        "every 15 min" => Every(TimeSpan.FromMinutes(15), (91 * 96) + 1),
        "every 80 min" => Every(TimeSpan.FromMinutes(80), (91 * 18) + 1),
        "hourly" => Every(TimeSpan.FromHours(1), (91 * 24) + 1),
        "daily 06:00" => Days(new(2026, 4, 5), _ => true),
        "weekdays 06:00 until Monday" => Days(new(2026, 3, 30), IsWeekday),
        "weekdays 06:00 until Friday" => Days(new(2026, 4, 3), IsWeekday),
        "weekdays, one Tuesday missed" => Days(new(2026, 3, 30), day => IsWeekday(day) && day != new DateTime(2026, 2, 17)),
        "weekdays, a Tuesday and a Thursday missed" => Days(
            new(2026, 3, 30), day => IsWeekday(day) && day != new DateTime(2026, 2, 17) && day != new DateTime(2026, 3, 5)),
        "business hours until 10:00" => BusinessHours(new(2026, 3, 31, 10, 0, 0)),
        "business hours until 17:30" => BusinessHours(new(2026, 3, 31, 17, 30, 0)),
        "Mondays 06:00" => Days(new(2026, 3, 30), day => day.DayOfWeek == DayOfWeek.Monday),
        "1st and 15th 06:00" => Days(new(2026, 4, 1), day => day.Day is 1 or 15),
        "1st of the month" => Days(new(2026, 4, 1), day => day.Day == 1),
        "daily, 20 jobs a minute apart" =>
            [.. Days(new(2026, 4, 5), _ => true).SelectMany(at => Enumerable.Range(0, 20).Select(i => at + (i * TimeSpan.TicksPerMinute)))],
        "daily since 28 March" => Days(new(2026, 4, 5), day => day >= new DateTime(2026, 3, 28)),
        "daily since 30 March" => Days(new(2026, 4, 5), day => day >= new DateTime(2026, 3, 30)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static long[] Days(DateTime last, Func<DateTime, bool> keep) =>
        [.. Enumerable.Range(0, (last - Monday).Days + 1).Select(day => Monday.AddDays(day)).Where(keep).Select(day => day.AddHours(6).Ticks)];

    private static long[] BusinessHours(DateTime last) =>
        [.. Enumerable.Range(0, (last - Monday).Days + 1).Select(day => Monday.AddDays(day)).Where(IsWeekday)
            .SelectMany(day => Enumerable.Range(0, 20).Select(i => day.AddHours(8).AddMinutes(30 * i)))
            .Where(at => at <= last).Select(at => at.Ticks)];

    private static long[] Every(TimeSpan step, int count) => [.. Enumerable.Range(0, count).Select(i => Monday.Ticks + (i * step.Ticks))];

    private static bool IsWeekday(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static long[] Cumulated(long[] gaps)
    {
        var at = Monday.Ticks;
        return [.. gaps.Select(gap => at += gap)];
    }
}
