using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Tracing;
using DxJobs.Exporter.Web.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DxJobs.Exporter.Telemetry;

/// <summary>Registers metrics and traces.</summary>
internal static class TelemetrySetup
{
    /// <summary>
    /// A meter that goes takes its places along for good: one that is outgrown, and a target's durations each time that it goes stale. At 16 bytes a
    /// place, enough for a hundred targets to go stale daily for years.
    /// </summary>
    private const int MaxMetrics = 250_000;

    /// <summary>
    /// Adds the scrape endpoint's renderer with all that it shows, and OTLP exporters as far as OpenTelemetry's standard variables ask
    /// for them. The scrape endpoint works whatever these say: it is what the program is for.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="variables"><c>OTEL_*</c> by their names; the process's environment unless given.</param>
    public static IServiceCollection AddExporterTelemetry(this IServiceCollection services, IConfiguration? variables = null)
    {
        variables ??= TelemetryOptions.Environment;
        var options = TelemetryOptions.Read(variables);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<StatusBoard>();
        services.AddSingleton<MeterScope>();
        services.AddSingleton(provider => BuildMeterProvider(variables, options, provider.GetRequiredService<MeterScope>()));

        // What is recorded before anyone listens is lost: so the listener first.
        services.AddSingleton(provider => new PollMetrics(EnsureProvidersStarted(provider)));
        services.AddSingleton(provider => new ProcessMetrics(
            () => provider.GetRequiredService<CurrentOptions>().Value.Poll, EnsureProvidersStarted(provider)));
        services.AddSingleton<JobMetrics>();
        services.AddSingleton<MetricsRenderer>();
        if (options.Traces)
        {
            services.AddSingleton(_ => BuildTracerProvider(variables));
        }

        if (options.Metrics)
        {
            services.AddHostedService<SeriesRefresher>();
        }

        if (options.Traces || options.Metrics)
        {
            services.AddHostedService<TelemetryFlusher>();
        }

        return services;
    }

    private static MeterProvider BuildMeterProvider(IConfiguration variables, TelemetryOptions options, MeterScope scope)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(variables).AddInMemoryCollection([new("OTEL_SDK_DISABLED", "false")]).Build();
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton<IConfiguration>(configuration))
            .SetResourceBuilder(ExporterResource.Builder())
            .AddMeter(BoundedMeter.MeterName, MetricViews.RuntimeMeter)
            .AddView(new MetricViews(scope).Of)
            .SetMaxMetricStreams(MaxMetrics)
            .SetExemplarFilter(options.Traces ? ExemplarFilterType.TraceBased : ExemplarFilterType.AlwaysOff)
            .AddPrometheusExporter(exporter =>
            {
                exporter.ScopeInfoEnabled = false;
                exporter.TargetInfoEnabled = false;
                exporter.ScrapeResponseCacheDurationMilliseconds = 0;
            });
        if (options.Metrics)
        {
            builder.AddOtlpExporter(exporter => OtlpSignal.Apply(exporter, variables, "METRICS"));
        }

        return builder.Build();
    }

    private static TracerProvider BuildTracerProvider(IConfiguration variables) => Sdk.CreateTracerProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(variables))
        .SetResourceBuilder(ExporterResource.Builder())
        .AddSource(ExporterActivitySource.Name)
        .AddOtlpExporter(exporter => OtlpSignal.Apply(exporter, variables, "TRACES"))
        .Build();

    private static MeterScope EnsureProvidersStarted(IServiceProvider services)
    {
        services.GetRequiredService<MeterProvider>();
        services.GetService<TracerProvider>();
        return services.GetRequiredService<MeterScope>();
    }
}
