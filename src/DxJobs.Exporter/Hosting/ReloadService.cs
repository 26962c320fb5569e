using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;

namespace DxJobs.Exporter.Hosting;

/// <summary>Puts a changed configuration file in force, or says why not.</summary>
internal sealed partial class ReloadService(
    ConfigurationSources sources,
    Func<ExporterOptions, ExporterOptions> adjust,
    PollingService polling,
    ProcessMetrics metrics,
    TimeProvider clock,
    ILogger<ReloadService> logger) : BackgroundService
{
    /// <summary>From the beginning, for a SIGHUP that nobody listens to ends the process.</summary>
    private readonly ConfigurationWatcher _watcher = new(sources, clock);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _watcher.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _watcher.RunAsync(ApplyAsync, Refuse, stoppingToken);

    private async Task ApplyAsync(ExporterOptions changed)
    {
        await polling.ApplyAsync(adjust(changed));
        metrics.LastReloadSuccessful = true;
        Reloaded(logger);
    }

    private void Refuse(IReadOnlyList<ConfigurationProblem> problems)
    {
        metrics.LastReloadSuccessful = false;
        foreach (var problem in problems)
        {
            Refused(logger, problem.ToString());
        }
    }

    [LoggerMessage(LogLevel.Information, "the configuration was read again and is in force")]
    private static partial void Reloaded(ILogger logger);

    [LoggerMessage(LogLevel.Error, "the changed configuration is refused, the old one stays in force: {Problem}")]
    private static partial void Refused(ILogger logger, string problem);
}
