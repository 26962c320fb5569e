using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Polling;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Hosting;

/// <summary>Makes the pollers of targets.</summary>
internal sealed class PollerFactory(
    TargetClients clients,
    AccountIdentity identity,
    RateLimiterRegistry pacers,
    DataSetNames names,
    StatusBoard board,
    PollMetrics metrics,
    CurrentOptions options,
    TimeProvider clock,
    ILogger<TargetPoller> logger)
{
    /// <summary>Makes one, which asks nothing before its first poll.</summary>
    public TargetPoller Create(Target target) =>
        new(CreateContext(target), board, metrics, () => options.Value, clock, logger);

    /// <summary>Creates the context of a target without a poller.</summary>
    public TargetContext CreateContext(Target target) => new(target, clients, identity, pacers, names, metrics, clock);
}
