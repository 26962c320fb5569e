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

    /// <summary>How often a region is looked up that could not be yet.</summary>
    private static readonly TimeSpan RegionRetryInterval = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _applying = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _retrying = Task.CompletedTask;
    private bool _hasUnknownRegion;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ApplyAsync(options.Value);
        _retrying = Task.Run(RetryRegionsAsync, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _scheduler.DisposeAsync();
    }

    /// <summary>Puts a configuration in force.</summary>
    /// <exception cref="TargetException">No targets can be made of it; the one before stays in force.</exception>
    public async Task ApplyAsync(ExporterOptions changed)
    {
        await _applying.WaitAsync();
        try
        {
            var all = TargetList.All(changed, TargetList.RegionOfTheSdk);
            options.Replace(changed);
            Volatile.Write(ref _hasUnknownRegion, all.Any(target => target.RegionProblem is not null));
            await _scheduler.SetTargetsAsync(TargetList.OfReplica(all, changed.Shard));
        }
        finally
        {
            _applying.Release();
        }
    }

    private async Task RetryRegionsAsync()
    {
        using var timer = new PeriodicTimer(RegionRetryInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                if (Volatile.Read(ref _hasUnknownRegion))
                {
                    await RetryAsync();
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The exporter stops.
        }
    }

    private async Task RetryAsync()
    {
        try
        {
            await ApplyAsync(options.Value);
        }
        catch (Exception e)
        {
            // Every source has answered, and none has a region: the target stays down with the reason it had.
            PollLog.RegionNotFound(logger, e.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _retrying;
        await _scheduler.DisposeAsync();
    }
}
