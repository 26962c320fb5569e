using System.Diagnostics.Metrics;

namespace DxJobs.Exporter.Metrics;

/// <summary>
/// One metric that is read at each collection, with the series of all targets on one instrument: the runtime walks through the list of all
/// instruments for each one that is added, so that an instrument for each target would make the start's cost grow with the square of the targets.
/// </summary>
internal sealed class ObservedMetric(MetricDefinition metric, MeterScope? scope) : IDisposable
{
    private const int LeastCapacity = 64;

    private BoundedMeter? _meter;
    private Measurement<double>[][] _ready = [];
    private int _capacity;

    /// <summary>Gives out what is ready of each target from now on.</summary>
    /// <param name="targets">The metric's series of each target, in the order in which to show them.</param>
    /// <param name="anew">Whether series are to go for good: a target left.</param>
    /// <returns>Whether a meter was disposed, so that what it held must be swept out before a scrape.</returns>
    public bool Publish(IReadOnlyList<ObservedSeries> targets, bool anew)
    {
        Volatile.Write(ref _ready, [.. targets.Select(series => series.Ready)]);
        if (_meter is not null && !anew && targets.Sum(series => series.Seen) <= _capacity)
        {
            return false;
        }

        var replaced = _meter is not null;
        _meter?.Dispose();
        _meter = new BoundedMeter(scope);
        _capacity = Math.Max(LeastCapacity, 2 * _ready.Sum(series => series.Length));
        foreach (var series in targets)
        {
            series.Forget();
        }

        _meter.Observe(metric, _capacity, () => Volatile.Read(ref _ready).SelectMany(series => series));
        return replaced;
    }

    /// <summary>Ends the series.</summary>
    public void Dispose() => _meter?.Dispose();
}
