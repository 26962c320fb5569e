using Amazon.Runtime;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Telemetry;
using DxJobs.Exporter.Web.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DxJobs.Exporter.Hosting;

/// <summary>Everything between the configuration and the metrics, for <c>serve</c> and <c>once</c> alike.</summary>
internal static class ExporterServices
{
    /// <summary>Registers it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">The configuration to begin with.</param>
    /// <param name="credentials">Who calls for targets without a role or a profile; null for the SDK's own chain.</param>
    public static IServiceCollection AddExporter(this IServiceCollection services, ExporterOptions options, AWSCredentials? credentials)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddExporterTelemetry();
        services.AddSingleton<ScrapeEndpoint>();
        services.AddSingleton(new CurrentOptions(options));
        services.AddSingleton(provider => new PollingHeartbeat(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new TargetCredentials(credentials));
        services.AddSingleton<TargetClients>();
        services.AddSingleton<AccountIdentity>();
        services.AddSingleton<RateLimiterRegistry>();
        services.AddSingleton<DataSetNames>();
        services.AddSingleton<PollerFactory>();
        return services;
    }
}
