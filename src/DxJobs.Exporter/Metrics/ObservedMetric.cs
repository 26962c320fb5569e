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
    private string[][] _now = [];
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
        var now = new List<string[]>(_now.Length);
        var ready = new List<Measurement<double>>(_ready.Length);
        foreach (var sample in metric.Observe!(view))
        {
            _seen.Add(sample.Labels);
            now.Add(sample.Labels);
            ready.Add(new Measurement<double>(sample.Value, SeriesTags.Sorted([.. common, .. Own(sample.Labels)])));
        }

        _now = [.. now];
        Volatile.Write(ref _ready, [.. ready]);
    }

    /// <summary>Puts the metric on a new meter that has room for what is there now and as much again.</summary>
    public void Attach(SizedMeter meter)
    {
        _capacity = Math.Max(LeastCapacity, 2 * _ready.Length);
        _seen.Clear();
        _seen.UnionWith(_now);
        meter.Observe(metric, _capacity, () => Volatile.Read(ref _ready));
    }

    private IEnumerable<KeyValuePair<string, object?>> Own(string[] values) =>
        values.Select((value, i) => new KeyValuePair<string, object?>(metric.Labels[i], value));
}
