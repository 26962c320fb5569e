using static DxJobs.Benchmarks.Feeds.Calendar;

namespace DxJobs.Benchmarks.Feeds;

/// <summary>A feed that is anchored to the clock.</summary>
internal sealed record ClockFeed
{
    private const int Days = 215;

    /// <summary>The days with deliveries, given the day, the first day and a random day.</summary>
    public Func<int, int, int, bool> Keep { get; init; } = (_, _, _) => true;

    /// <summary>The hour of the delivery.</summary>
    public Func<int, int, int, double> Hours { get; init; } = (_, _, _) => 6;

    /// <summary>Several deliveries a day instead of one.</summary>
    public IReadOnlyList<double>? Slots { get; init; }

    /// <summary>How late a delivery is.</summary>
    public Func<Sampler, double> Late { get; init; } = random => random.Uniform(5 * Minute, 60 * Minute);

    /// <summary>The range of the random day, counted from the first one.</summary>
    public (int From, int To) Pick { get; init; } = (0, 1);

    /// <summary>1 to 20 jobs within this time instead of one.</summary>
    public double? Burst { get; init; }

    /// <summary>The first day with deliveries, counted from day 0.</summary>
    public int Start { get; init; } = -8;

    /// <summary>Times are Central European, with a clock change on one of the days 20 to 119.</summary>
    public bool Local { get; init; }

    public GeneratedFeed Generate(Sampler random)
    {
        var first = Local ? FirstDayBeforeClockChange(random) : FirstDay(random);
        var picked = first + random.Integer(Pick.From, Pick.To);
        var deliveries = new List<double[]>();
        for (var day = first + Start; day < first + Days; day++)
        {
            if (!Keep(day, first, picked))
            {
                continue;
            }

            foreach (var hour in Slots ?? [Hours(day, first, picked)])
            {
                var at = (day * Day) - (Local ? CentralEuropeanOffset(day) : 0) + (hour * Hour) + Late(random);
                deliveries.Add(Burst is { } burst
                    ? [.. Enumerable.Range(0, random.Integer(1, 21)).Select(_ => at + random.Uniform(0, burst)).Order()]
                    : [at]);
            }
        }

        return new GeneratedFeed(first, [.. deliveries.OrderBy(delivery => delivery[0])]);
    }

    public static int FirstDay(Sampler random) => DayOf(new DateOnly(2023, 1, 1)) + random.Integer(0, 720);

    private static int FirstDayBeforeClockChange(Sampler random) =>
        DayOf(LastSunday(random.OneOf(2023, 2024, 2025), random.OneOf(3, 10))) - random.Integer(20, 120);
}
