using System.Diagnostics.Metrics;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Metrics;

/// <summary>
/// A histogram of one target that can be taken out of sight and brought back as it was. OpenTelemetry's own can do neither: its
/// series go only with their meter, and their counts with them. Safe for use by several threads.
/// </summary>
internal sealed class HideableHistogram<TKey>(
    MetricDefinition metric, Target target, MeterScope? scope, Func<TKey, KeyValuePair<string, object?>[]> tags) : IDisposable
    where TKey : notnull
{
    private const int LeastCapacity = 64;

    private readonly Lock _lock = new();
    private readonly double[] _bounds = [.. metric.Buckets];
    private readonly Dictionary<TKey, HistogramSeries> _series = [];
    private BoundedMeter? _meter;
    private Histogram<double>? _instrument;
    private int _capacity;
    private bool _disposed;

    /// <summary>Counts one more observation, in sight or not.</summary>
    /// <param name="key">The series.</param>
    /// <param name="duration">What was observed; less than nothing counts as nothing.</param>
    public void Record(TKey key, TimeSpan duration)
    {
        var seconds = Math.Max(0, duration.TotalSeconds);
        lock (_lock)
        {
            if (!_series.TryGetValue(key, out var series))
            {
                _series[key] = series = new HistogramSeries(tags(key), _bounds);
                if (_series.Count > _capacity)
                {
                    _instrument = null; // outgrown: the next Show makes room
                }
            }

            series.Add(seconds);
            _instrument?.Record(seconds, series.Tags);
        }
    }

    /// <summary>Makes every series visible, with all that was ever recorded.</summary>
    /// <returns>Whether an older meter had to go for it, so that what it held must be swept out before the next scrape.</returns>
    public bool Show()
    {
        lock (_lock)
        {
            if (_disposed || _instrument is not null)
            {
                return false;
            }

            var replaced = HideLocked();
            _capacity = Math.Max(LeastCapacity, 2 * _series.Count);
            _meter = new BoundedMeter(target, scope);
            _instrument = _meter.CreateHistogram(metric, _capacity);
            foreach (var series in _series.Values)
            {
                series.Replay(_instrument);
            }

            return replaced;
        }
    }

    /// <summary>Takes every series out of sight; they go on counting.</summary>
    /// <returns>Whether there were any in sight, to be swept out.</returns>
    public bool Hide()
    {
        lock (_lock)
        {
            return HideLocked();
        }
    }

    /// <summary>Takes every series out of sight for good.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            HideLocked();
        }
    }

    private bool HideLocked()
    {
        _instrument = null;
        if (_meter is null)
        {
            return false;
        }

        _meter.Dispose();
        _meter = null;
        return true;
    }
}
