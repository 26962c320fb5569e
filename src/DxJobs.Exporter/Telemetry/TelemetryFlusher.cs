using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DxJobs.Exporter.Telemetry;

/// <summary>
/// Starts the OTLP exporters with the host and, when it stops, sends what they still hold. Register it before whatever makes spans: hosts
/// stop their services in the reverse of the order in which they were added.
/// </summary>
internal sealed class TelemetryFlusher(MeterProvider meters, IServiceProvider services) : IHostedService
{
    /// <summary>For each of spans and metrics, at once; the process has five seconds in all.</summary>
    private const int LimitMilliseconds = 2500;

    private readonly TracerProvider? _tracer = services.GetService<TracerProvider>();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _tracer?.Shutdown(LimitMilliseconds), CancellationToken.None),
        Task.Run(() => meters.Shutdown(LimitMilliseconds), CancellationToken.None));
}
