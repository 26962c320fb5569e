using System.Diagnostics.Metrics;

namespace DxJobs.Exporter.Metrics;

/// <summary>
/// The series of one metric of one target, made ready when something changed and given out unchanged at every collection until then:
/// a scrape only copies numbers.
/// </summary>
internal sealed class ObservedSeries(MetricDefinition metric)
{
    private readonly HashSet<string[]> _seen = new(LabelValuesComparer.Instance);
    private string[][] _now = [];

    /// <summary>What is there now.</summary>
    public Measurement<double>[] Ready { get; private set; } = [];

    /// <summary>How many there have been since <see cref="Forget"/>, those of now included: each has a slot for good.</summary>
    public int Seen => _seen.Count;

    /// <summary>Makes the series of a target's view ready.</summary>
    /// <param name="view">What they are computed from.</param>
    /// <param name="common">The labels that all of them carry first.</param>
    public void Prepare(in TargetSample view, KeyValuePair<string, object?>[] common)
    {
        var now = new List<string[]>(_now.Length);
        var ready = new List<Measurement<double>>(Ready.Length);
        foreach (var sample in metric.Observe!(view))
        {
            _seen.Add(sample.Labels);
            now.Add(sample.Labels);
            ready.Add(new Measurement<double>(sample.Value, SeriesTags.Sorted([.. common, .. Own(sample.Labels)])));
        }

        _now = [.. now];
        Ready = [.. ready];
    }

    /// <summary>Forgets those that are gone: their slots are free again.</summary>
    public void Forget()
    {
        _seen.Clear();
        _seen.UnionWith(_now);
    }

    private IEnumerable<KeyValuePair<string, object?>> Own(string[] values) =>
        values.Select((value, i) => new KeyValuePair<string, object?>(metric.Labels[i], value));
}
