using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace DxJobs.Exporter.Metrics;

/// <summary>How OpenTelemetry is to hold and name each instrument.</summary>
internal sealed class MetricViews(MeterScope scope)
{
    /// <summary>The .NET runtime's own meter.</summary>
    public const string RuntimeMeter = "System.Runtime";

    /// <summary>Few series each: garbage-collection generations, exception types. Slots are paid for whether used or not.</summary>
    private const int RuntimeCapacity = 100;

    /// <summary>The runtime's names that end like the count of a histogram, which Prometheus's own linter refuses.</summary>
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["dotnet.assembly.count"] = "dotnet.assemblies",
        ["dotnet.process.cpu.count"] = "dotnet.process.cpus",
        ["dotnet.thread_pool.thread.count"] = "dotnet.thread_pool.threads",
        ["dotnet.timer.count"] = "dotnet.timers",
    };

    /// <summary>The view of an instrument; null for one that needs none.</summary>
    public MetricStreamConfiguration? Of(Instrument instrument) => instrument.Meter.Name switch
    {
        RuntimeMeter => new MetricStreamConfiguration { Name = Renamed.GetValueOrDefault(instrument.Name), CardinalityLimit = RuntimeCapacity },
        _ when instrument.Meter.Scope != scope => MetricStreamConfiguration.Drop,
        _ => BoundedMeter.StreamOf(instrument),
    };
}
