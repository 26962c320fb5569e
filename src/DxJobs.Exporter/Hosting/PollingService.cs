using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Polling;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Hosting;

/// <summary>Polls as long as the process runs, and takes a new configuration over without losing what it knows.</summary>
internal sealed class PollingService(
    PollerFactory pollers,
    StatusBoard board,
    PollMetrics metrics,
    CurrentOptions options,
    PollingHeartbeat heartbeat,
    TimeProvider clock,
    ILogger<PollScheduler> logger) : IHostedService, IAsyncDisposable
{
    private readonly PollScheduler _scheduler = new(pollers.Create, board, metrics, heartbeat, () => options.Value, clock, logger);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => ApplyAsync(options.Value);

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken) => await _scheduler.DisposeAsync();

    /// <summary>Puts a configuration in force.</summary>
    /// <exception cref="TargetException">No targets can be made of it; the one before stays in force.</exception>
    public async Task ApplyAsync(ExporterOptions changed)
    {
        var targets = TargetList.Of(changed, TargetList.RegionOfTheSdk);
        options.Replace(changed);
        await _scheduler.SetTargetsAsync(targets);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _scheduler.DisposeAsync();
}
