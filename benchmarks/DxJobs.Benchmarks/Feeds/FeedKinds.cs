using static DxJobs.Benchmarks.Feeds.Calendar;
using static DxJobs.Benchmarks.Feeds.FeedClass;
using static DxJobs.Benchmarks.Feeds.OtherFeeds;

namespace DxJobs.Benchmarks.Feeds;

/// <summary>The 46 kinds of feed.</summary>
internal static class FeedKinds
{
    private static readonly double[] OfficeSlots = [.. Enumerable.Range(0, 20).Select(i => 8 + (i / 2.0))];

    private static readonly ClockFeed Office = Weekdays with { Slots = OfficeSlots, Late = random => random.Uniform(0, 5 * Minute) };

    public static IReadOnlyList<FeedKind> All { get; } =
    [
        new("every 15 min", Anchored, Period(15 * Minute, 3 * Minute)),
        new("hourly", Anchored, Period(Hour, 5 * Minute)),
        new("hourly, one outage of 9 h", Anchored, WithOutage(Period(Hour, 5 * Minute), 9 * Hour, 35, 85)),
        Clock("three times a day", new() { Slots = [6, 12, 18] }),
        Clock("daily 06:00", new()),
        Clock("daily, lognormal lateness", new() { Late = random => 20 * Minute * Math.Exp(random.Normal(0, 1)) }),
        Clock("daily, any time within 6 h", new() { Late = random => random.Uniform(0, 6 * Hour) }),
        Clock("daily, bursts of 1-20 in 30 min", new() { Burst = 30 * Minute }),
        Clock("daily, local time, clock change", new() { Local = true }),
        Clock("daily, one past outage of 6 d", new() { Keep = (day, _, picked) => !IsWithin(day, picked, 6), Pick = (35, 75) }),
        Clock("daily, one past missed day", new() { Keep = (day, _, picked) => day != picked, Pick = (35, 85) }),
        Clock("weekdays 06:00", Weekdays),
        Clock("weekdays, local time, clock change", Weekdays with { Local = true }),
        Clock("weekdays, one past outage of 6 d", WeekdaysWithOutage(6, (35, 75))),
        Clock("weekdays, one past shutdown of 14 d", WeekdaysWithOutage(14, (30, 70))),
        Clock("weekdays, bursts of 1-20 in 3 h", Weekdays with { Burst = 3 * Hour }),
        new("weekdays 06:00 and Sunday 20:00", Anchored, TwoSchedules),
        Clock("business hours", Office),
        Clock("business hours, stops while open", Office) with { StopsWithinADay = true },
        Clock("business hours, local, clock change", Office with { Local = true }),
        Clock("business hours, past outage of 6 d", WeekdaysWithOutage(6, (35, 75)) with { Slots = Office.Slots, Late = Office.Late }),
        Clock("weekly, Monday", Mondays),
        Clock("weekly, one past missed week", Mondays with { Keep = (day, _, picked) => IsMonday(day) && !IsWithin(day, picked, 7), Pick = (35, 75) }),
        Clock("twice a month (1st, 15th)", new() { Keep = (day, _, _) => DateOf(day).Day is 1 or 15 }),
        Clock("first business day of month", new() { Keep = (day, _, _) => IsFirstBusinessDay(day) }) with { Class = NoValue },
        Clock("quarterly", new() { Keep = (day, _, _) => DateOf(day).Day == 1 && DateOf(day).Month % 3 == 1 }) with { Class = NoValue },
        Clock("new: daily, 8 d of history", new() { Start = 82 }),
        Clock("new: weekdays, 8 d of history", Weekdays with { Start = 82 }),
        Clock("new: business hours, 8 d of history", Office with { Start = 82 }),
        Changed("daily -> weekly, 30 d ago", new() { Keep = (day, first, _) => day < first + 60 || IsMonday(day) }),
        Changed("weekly -> daily, 30 d ago", new() { Keep = (day, first, _) => day >= first + 60 || IsMonday(day) }),
        Changed("daily -> weekly, just now", new() { Keep = (day, _, picked) => day < picked || IsMonday(day), Pick = (92, 98) }),
        Changed("weekdays, 06:00 -> 15:00, 5 d ago", Weekdays with { Hours = (day, first, _) => day < first + 85 ? 6 : 15 }),
        Changed("weekdays, 06:00 -> 15:00, just now", Weekdays with { Hours = (day, _, picked) => day < picked ? 6 : 15, Pick = (95, 105) }),
        new("daily, 3 % of days missed", Irregular, Missing),
        Clock("weekdays, 7 fixed holidays a year", Weekdays with { Keep = (day, _, _) => IsWeekday(day) && !IsHoliday(day) })
            with { Class = Irregular },
        new("drifting phase (24 h +- 3 %)", Irregular, Sequence(DriftingPhase)),
        new("drifting period (random walk)", Irregular, Sequence(DriftingPeriod)),
        new("Poisson, 1 a day", Irregular, Sequence(random => GammaGaps(random, Day, 1))),
        new("Poisson, 1 a day, past outage of 12 d", Irregular, WithOutage(Sequence(random => GammaGaps(random, Day, 1)), 12 * Day, 35, 65)),
        new("Poisson, 1 in 3 h", Irregular, Sequence(random => GammaGaps(random, 3 * Hour, 1))),
        new("Poisson, 1 a week", Irregular, Sequence(random => GammaGaps(random, 7 * Day, 1))),
        new("renewal, gamma(4), 1 a day", Irregular, Sequence(random => GammaGaps(random, Day, 4))),
        new("renewal, gamma(10), 1 a day", Irregular, Sequence(random => GammaGaps(random, Day, 10))),
        new("event driven, office hours, 5 a day", Irregular, Arrivals(12, (day, hour) => IsWeekday(day) && hour is >= 8 and < 18 ? 12 : 0)),
        new("month-end heavy (0.5/d, 6/d)", Irregular, Arrivals(6, (day, _) => DateOf(day + 3).Day <= 3 ? 6 : 0.5)),
    ];

    private static ClockFeed Weekdays => new() { Keep = (day, _, _) => IsWeekday(day) };

    private static ClockFeed Mondays => new() { Keep = (day, _, _) => IsMonday(day) };

    private static ClockFeed WeekdaysWithOutage(int days, (int From, int To) pick) =>
        new() { Keep = (day, _, picked) => IsWeekday(day) && !IsWithin(day, picked, days), Pick = pick };

    private static bool IsWithin(int day, int start, int days) => day >= start && day < start + days;

    private static FeedKind Clock(string name, ClockFeed feed) => new(name, Anchored, feed.Generate);

    private static FeedKind Changed(string name, ClockFeed feed) => new(name, FeedClass.Changed, feed.Generate);
}
