using DxJobs.Core.Utilities;
using OpenTelemetry.Resources;

namespace DxJobs.Exporter.Telemetry;

/// <summary>Who sends the telemetry.</summary>
internal static class ExporterResource
{
    /// <summary>The exporter's name, version and instance, which <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> override.</summary>
    public static ResourceBuilder Builder() => ResourceBuilder.CreateEmpty()
        .AddTelemetrySdk()
        .AddService("dxjobs-exporter", serviceVersion: BuildInfo.Version, serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}")
        .AddEnvironmentVariableDetector();
}
