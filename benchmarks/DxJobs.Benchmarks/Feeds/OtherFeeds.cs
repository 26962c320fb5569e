using static DxJobs.Benchmarks.Feeds.Calendar;

namespace DxJobs.Benchmarks.Feeds;

/// <summary>Feeds that follow no clock: periods, random gaps, changing rates.</summary>
internal static class OtherFeeds
{
    private const int Days = 215;

    /// <summary>A fixed period with jitter.</summary>
    public static Func<Sampler, GeneratedFeed> Period(double step, double jitter) => random =>
    {
        var first = ClockFeed.FirstDay(random);
        return Single(first, Enumerable.Range(0, (int)((Days + 8) * Day / step))
            .Select(i => ((first - 8) * Day) + (i * step) + random.Uniform(0, jitter)));
    };

    /// <summary>One random gap after the other.</summary>
    public static Func<Sampler, GeneratedFeed> Sequence(Func<Sampler, IEnumerable<double>> gaps) => random =>
    {
        var first = ClockFeed.FirstDay(random);
        var at = ((first - 8) * Day) + random.Uniform(0, Day);
        var times = new List<double>();
        foreach (var gap in gaps(random).TakeWhile(_ => at < (first + Days) * Day))
        {
            times.Add(at);
            at += gap;
        }

        return Single(first, times);
    };

    /// <summary>Random arrivals at a rate per day that depends on the day and the hour.</summary>
    public static Func<Sampler, GeneratedFeed> Arrivals(double maxRate, Func<int, double, double> rate) => random =>
    {
        var first = ClockFeed.FirstDay(random);
        var at = (first - 8) * Day;
        var times = new List<double>();
        while (at < (first + Days) * Day)
        {
            at += random.Exponential(Day / maxRate);
            if (random.Uniform(0, 1) < rate((int)(at / Day), at % Day / Hour) / maxRate)
            {
                times.Add(at);
            }
        }

        return Single(first, times);
    };

    /// <summary>The same feed without the deliveries of a while, on a random day of its history.</summary>
    public static Func<Sampler, GeneratedFeed> WithOutage(Func<Sampler, GeneratedFeed> generate, double length, int from, int to) => random =>
    {
        var feed = generate(random);
        var start = (feed.FirstDay + random.Integer(from, to)) * Day;
        return feed with { Deliveries = [.. feed.Deliveries.Where(delivery => delivery[0] < start || delivery[0] >= start + length)] };
    };

    /// <summary>Weekdays at 06:00 and Sundays at 20:00.</summary>
    public static GeneratedFeed TwoSchedules(Sampler random)
    {
        var first = ClockFeed.FirstDay(random);
        return Single(first, Enumerable.Range(first - 8, Days + 8)
            .Where(day => IsWeekday(day) || DateOf(day).DayOfWeek == DayOfWeek.Sunday)
            .Select(day => (day * Day) + ((IsWeekday(day) ? 6 : 20) * Hour) + random.Uniform(5 * Minute, 60 * Minute)));
    }

    /// <summary>Daily at 06:00; each day is missed with a probability of 3 %.</summary>
    public static GeneratedFeed Missing(Sampler random)
    {
        var first = ClockFeed.FirstDay(random);
        return Single(first, Enumerable.Range(first - 8, Days + 8)
            .Where(_ => random.Uniform(0, 1) >= 0.03)
            .Select(day => (day * Day) + (6 * Hour) + random.Uniform(5 * Minute, 60 * Minute)));
    }

    public static IEnumerable<double> GammaGaps(Sampler random, double mean, int shape)
    {
        while (true)
        {
            yield return random.Gamma(shape, mean);
        }
    }

    public static IEnumerable<double> DriftingPhase(Sampler random)
    {
        while (true)
        {
            yield return Day * random.Normal(1, 0.03);
        }
    }

    public static IEnumerable<double> DriftingPeriod(Sampler random)
    {
        var period = Day * random.Uniform(0.7, 1.4);
        while (true)
        {
            yield return period;
            period = Math.Clamp(period * Math.Exp(random.Normal(0, 0.02)), 0.5 * Day, 2 * Day);
        }
    }

    private static GeneratedFeed Single(int first, IEnumerable<double> times) => new(first, [.. times.Order().Select(at => new[] { at })]);
}
