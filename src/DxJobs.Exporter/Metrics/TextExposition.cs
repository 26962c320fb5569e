using System.Text;
using DxJobs.Exporter.Telemetry;

namespace DxJobs.Exporter.Metrics;

/// <summary>The metrics as text, without a socket: for the <c>once</c> command.</summary>
internal static class TextExposition
{
    /// <summary>All metrics in Prometheus's text format.</summary>
    /// <param name="services">Services with <see cref="TelemetrySetup.AddExporterTelemetry"/>.</param>
    /// <exception cref="InvalidOperationException">OpenTelemetry could not collect them.</exception>
    public static async Task<string> RenderAsync(IServiceProvider services)
    {
        var exposition = await services.GetRequiredService<MetricsRenderer>().RenderAsync(new ExpositionFormat("", ""));
        return exposition.Status == StatusCodes.Status200OK
            ? Encoding.UTF8.GetString(exposition.Body.Span)
            : throw new InvalidOperationException($"the metrics could not be collected (status {exposition.Status})");
    }
}
