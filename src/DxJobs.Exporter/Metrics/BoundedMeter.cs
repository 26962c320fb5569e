using System.Diagnostics.Metrics;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Targets;
using OpenTelemetry.Metrics;

namespace DxJobs.Exporter.Metrics;

/// <summary>
/// A meter that knows how many series it may have to hold. OpenTelemetry keeps a slot for every series that it has ever seen until
/// the meter is disposed, and counts what finds no slot as <c>otel_metric_overflow</c>: so each metric has a meter of its own, sized to
/// its need, which goes when series must go.
/// </summary>
internal sealed class BoundedMeter : Meter
{
    /// <summary>The name of all the exporter's meters.</summary>
    public const string MeterName = "DxJobs.Exporter";

    private readonly Dictionary<string, MetricStreamConfiguration> _streams = [];

    /// <summary>A meter for the series of all targets, without instruments.</summary>
    public BoundedMeter(MeterScope? scope)
        : base(MeterName, BuildInfo.Version, tags: null, scope)
    {
    }

    /// <summary>A meter for the series of one target, without instruments: those of another do not go with it.</summary>
    public BoundedMeter(Target target, MeterScope? scope)
        : base(MeterName, BuildInfo.Version, [new("target", target.Name), new("region", target.Region)], scope)
    {
    }

    /// <summary>How OpenTelemetry is to hold the series of an instrument, given to it as a view; null for another's instrument.</summary>
    public static MetricStreamConfiguration? StreamOf(Instrument instrument) =>
        instrument.Meter is BoundedMeter meter && meter._streams.TryGetValue(instrument.Name, out var stream) ? stream : null;

    /// <summary>A histogram with the definition's buckets and room for so many series.</summary>
    public Histogram<double> CreateHistogram(MetricDefinition metric, int capacity)
    {
        _streams[metric.InstrumentName] = new ExplicitBucketHistogramConfiguration
        {
            Boundaries = [.. metric.Buckets],
            CardinalityLimit = capacity,
            RecordMinMax = false,
        };
        return CreateHistogram<double>(metric.InstrumentName, metric.Unit, metric.Help);
    }

    /// <summary>A gauge or counter with room for so many series, read at each collection.</summary>
    public void Observe(MetricDefinition metric, int capacity, Func<IEnumerable<Measurement<double>>> read)
    {
        _streams[metric.InstrumentName] = new MetricStreamConfiguration { CardinalityLimit = capacity };
        _ = metric.Kind == MetricKind.Counter
            ? (Instrument)CreateObservableCounter(metric.InstrumentName, read, metric.Unit, metric.Help)
            : CreateObservableGauge(metric.InstrumentName, read, metric.Unit, metric.Help);
    }
}
