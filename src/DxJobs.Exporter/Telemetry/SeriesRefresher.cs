using DxJobs.Exporter.Metrics;

namespace DxJobs.Exporter.Telemetry;

/// <summary>Keeps the series true for OTLP, where nobody asks for them: a scrape does this for itself.</summary>
internal sealed class SeriesRefresher(MetricsRenderer renderer, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await renderer.RefreshAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
