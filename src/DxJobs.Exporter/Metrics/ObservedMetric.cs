using System.Diagnostics.Metrics;

namespace DxJobs.Exporter.Metrics;

/// <summary>
/// The series of one metric of one target, made ready when something changed and given out unchanged at every collection until then:
/// a scrape only copies numbers.
/// </summary>
internal sealed class ObservedMetric(MetricDefinition metric)
{
    private const int LeastCapacity = 16;

    private readonly HashSet<string[]> _seen = new(LabelValuesComparer.Instance);
    private Measurement<double>[] _ready = [];
    private int _capacity;

    /// <summary>The metric.</summary>
    public MetricDefinition Metric => metric;

    /// <summary>Whether the meter lacks slots for the series that have been there since it was made.</summary>
    public bool Outgrown => _seen.Count > _capacity;

    /// <summary>Makes the series of a target's view ready.</summary>
    /// <param name="view">What they are computed from.</param>
    /// <param name="common">The labels that all of them carry first.</param>
    public void Prepare(in TargetView view, KeyValuePair<string, object?>[] common)
    {
        var ready = new List<Measurement<double>>(_ready.Length);
        foreach (var sample in metric.Observe!(view))
        {
            _seen.Add(sample.Labels);
            ready.Add(new Measurement<double>(sample.Value, Tags(common, sample.Labels)));
        }

        Volatile.Write(ref _ready, [.. ready]);
    }

    /// <summary>Puts the metric on a new meter that has room for what is there now and as much again.</summary>
    public void Attach(SizedMeter meter)
    {
        _capacity = Math.Max(LeastCapacity, 2 * _ready.Length);
        _seen.Clear();
        foreach (ref readonly var measurement in _ready.AsSpan())
        {
            _seen.Add(OwnLabels(measurement));
        }

        meter.Observe(metric, _capacity, () => Volatile.Read(ref _ready));
    }

    private KeyValuePair<string, object?>[] Tags(KeyValuePair<string, object?>[] common, string[] own)
    {
        var tags = new KeyValuePair<string, object?>[common.Length + own.Length];
        common.CopyTo(tags, 0);
        for (var i = 0; i < own.Length; i++)
        {
            tags[common.Length + i] = new(metric.Labels[i], own[i]);
        }

        return tags;
    }

    private string[] OwnLabels(in Measurement<double> measurement)
    {
        var own = measurement.Tags[^metric.Labels.Count..];
        var values = new string[own.Length];
        for (var i = 0; i < own.Length; i++)
        {
            values[i] = (string)own[i].Value!;
        }

        return values;
    }
}
