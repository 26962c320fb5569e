namespace DxJobs.Benchmarks.Feeds;

/// <summary>How the estimator did on one kind of feed.</summary>
/// <param name="FalseAlerts">False alerts per feed and month.</param>
/// <param name="WithoutValue">The share of evaluations without a value.</param>
/// <param name="Stops">Each stop: the delay from the missed delivery to the alert (null: never), the usual gap, the target.</param>
internal sealed record KindResult(double FalseAlerts, double WithoutValue, IReadOnlyList<(double? Delay, double UsualGap, double Target)> Stops)
{
    public int NeverFlagged => Stops.Count(stop => stop.Delay is null);

    public double WithinTarget => Stops.Count(stop => stop.Delay <= stop.Target) / (double)Math.Max(1, Stops.Count);

    public double? Delay(double quantile) => Quantile(Stops.Where(stop => stop.Delay is not null).Select(stop => stop.Delay!.Value), quantile);

    public double? InUsualGaps(double quantile) =>
        Quantile(Stops.Where(stop => stop.Delay is not null).Select(stop => stop.Delay!.Value / stop.UsualGap), quantile);

    private static double? Quantile(IEnumerable<double> values, double quantile)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];
    }
}
