using System.Diagnostics;
using System.Globalization;
using DxJobs.Core.Feeds;

namespace DxJobs.Benchmarks.Feeds;

/// <summary>False alerts and delays of the estimator on 46 kinds of feed, 100 feeds each, and what an estimate costs.</summary>
internal static class FeedEvaluation
{
    private const int FeedsPerKind = 100;
    private static readonly long Step = TimeSpan.FromMinutes(15).Ticks;

    public static Task RunAsync()
    {
        Console.WriteLine("| feed | false alerts / month | no value | delay median | p90 | in usual gaps: median | p90 | within target | never flagged |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (kind, number) in FeedKinds.All.Select((kind, number) => (kind, number)))
        {
            Print(kind, Evaluate(kind, [.. Enumerable.Range(0, FeedsPerKind).Select(i => TestedFeed.From(kind, (number * 1_000) + i))]));
        }

        Console.WriteLine();
        Cost("a completion every 15 min", TimeSpan.FromMinutes(15));
        Cost("a completion every 80 min", TimeSpan.FromMinutes(80));
        Cost("daily", TimeSpan.FromDays(1));
        return Task.CompletedTask;
    }

    public static KindResult Evaluate(FeedKind kind, IReadOnlyList<TestedFeed> feeds)
    {
        int alerts = 0, without = 0, evaluations = 0;
        var stops = new List<(double? Delay, double UsualGap, double Target)>();
        foreach (var feed in feeds)
        {
            var held = new HeldInterval(feed.Completions);
            bool late = false, firing = false;
            var end = Day(feed.FirstDay + 120);
            for (var now = Day(feed.FirstDay + 90) + feed.Offset; now < end; now += Step)
            {
                var state = held.At(now);
                evaluations++;
                without += state?.Interval is null ? 1 : 0;

                // "for: 15m": true at two consecutive evaluations.
                var isLate = now - state?.Last > state?.Interval;
                var fires = isLate && late;
                alerts += fires && !firing ? 1 : 0;
                (firing, late) = (fires, isLate);
            }

            if (feed.MissedAt is { } missedAt && feed.Kept.Length > 0)
            {
                var usual = Seconds(missedAt - feed.Kept[^1]);
                stops.Add((Delay(feed, missedAt), usual, Target(kind, feed, usual)));
            }
        }

        return new KindResult(alerts / (double)feeds.Count, without / (double)evaluations, stops);
    }

    private static double? Delay(TestedFeed feed, long missedAt)
    {
        var held = new HeldInterval(feed.Kept);
        var late = false;
        var end = feed.Kept[^1] + TimeSpan.FromDays(90).Ticks;
        for (var now = missedAt + feed.Offset - (2 * Step); now < end; now += Step)
        {
            var state = held.At(now);
            var isLate = now - state?.Last > state?.Interval;
            if (isLate && late)
            {
                return Math.Max(0, Seconds(now - missedAt));
            }

            late = isLate;
        }

        return null;
    }

    /// <summary>Twice the longest normal gap of an irregular feed; of others half the usual gap, and at least two hours.</summary>
    private static double Target(FeedKind kind, TestedFeed feed, double usual)
    {
        var gaps = feed.Completions.Zip(feed.Completions.Skip(1))
            .Where(pair => pair.First >= Day(feed.FirstDay) && pair.First < Day(feed.FirstDay + 120))
            .Select(pair => Seconds(pair.Second - pair.First)).Order().ToArray();
        return kind.Class == FeedClass.Irregular && gaps.Length > 1 ? 2 * gaps[^2] : Math.Max(2 * Calendar.Hour, usual / 2);
    }

    private static void Print(FeedKind kind, KindResult result) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {kind.Name} | {result.FalseAlerts:0.00} | {result.WithoutValue:0 %} | {Text(result.Delay(0.5))} | {Text(result.Delay(0.9))} | "
        + $"{result.InUsualGaps(0.5):0.00} | {result.InUsualGaps(0.9):0.00} | {result.WithinTarget:0 %} | {result.NeverFlagged} |"));

    private static string Text(double? seconds) => seconds switch
    {
        null => "",
        < 48 * Calendar.Hour => string.Create(CultureInfo.InvariantCulture, $"{seconds / Calendar.Hour:0.0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / Calendar.Day:0.0} d"),
    };

    private static void Cost(string name, TimeSpan step)
    {
        var completions = Enumerable.Range(0, (int)(TimeSpan.FromDays(90) / step) + 1).Select(i => Day(20_000) + (i * step.Ticks)).ToArray();
        var fastest = Enumerable.Range(0, 200).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            IntervalEstimator.Estimate(completions);
            return Stopwatch.GetElapsedTime(start);
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"one estimate, {name} ({completions.Length} completions): {fastest.TotalMilliseconds:0.000} ms"));
    }

    private static long Day(int day) => DateTime.UnixEpoch.Ticks + (day * TimeSpan.TicksPerDay);

    private static double Seconds(long ticks) => ticks / (double)TimeSpan.TicksPerSecond;
}
