using System.Diagnostics.Metrics;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Metrics;

/// <summary>The series of the exporter itself.</summary>
internal sealed class ProcessMetrics : IDisposable
{
    private readonly Meter _meter;
    private int _lastReloadSuccessful = 1;

    /// <summary>Starts them.</summary>
    public ProcessMetrics(Func<PollOptions> poll, MeterScope? scope = null)
    {
        _meter = new Meter(BoundedMeter.MeterName, BuildInfo.Version, tags: null, scope);
        Observe(ProcessCatalogue.ConfigReload, () => new(LastReloadSuccessful ? 1 : 0));
        Observe(ProcessCatalogue.PollInterval, () => new(poll().Interval.TotalSeconds));
        Observe(ProcessCatalogue.PollTimeout, () => new(poll().Timeout.TotalSeconds));
        Observe(ProcessCatalogue.Build, () => new(1, new("version", BuildInfo.Version), new KeyValuePair<string, object?>("revision", BuildInfo.Revision)));
    }

    /// <summary>Whether the last configuration that was read is in force; the first one always is, for the process would not run.</summary>
    public bool LastReloadSuccessful
    {
        get => Volatile.Read(ref _lastReloadSuccessful) != 0;
        set => Volatile.Write(ref _lastReloadSuccessful, value ? 1 : 0);
    }

    /// <summary>Ends them.</summary>
    public void Dispose() => _meter.Dispose();

    private void Observe(MetricDefinition metric, Func<Measurement<double>> read) =>
        _meter.CreateObservableGauge(metric.InstrumentName, read, metric.Unit, metric.Help);
}
