using DxJobs.Core.Snapshots;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Web.Security;
using DxJobs.Exporter.Web.Server;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Hosting;

/// <summary>The server around the metrics, the status page and the probes.</summary>
internal static class WebHosting
{
    /// <summary>Sets the server up to listen.</summary>
    public static void AddWeb(this WebApplicationBuilder builder, string host, int port, WebConfigSource source)
    {
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => KestrelSetup.Configure(kestrel, host, port, source));
        builder.Services.AddSingleton<PasswordCheck>();
    }

    /// <summary>Puts everything on it that can be asked for.</summary>
    public static void MapWeb(this WebApplication app, string telemetryPath, WebConfigSource source)
    {
        var services = app.Services;
        var clock = services.GetRequiredService<TimeProvider>();
        var options = services.GetRequiredService<CurrentOptions>();
        var about = new ExporterInfo(BuildInfo.Version, telemetryPath);
        app.UseWeb(source, services.GetRequiredService<PasswordCheck>(), clock, about);
        app.Map(telemetryPath, services.GetRequiredService<ScrapeEndpoint>().HandleAsync);
        new WebEndpoints(services.GetRequiredService<StatusBoard>(), services.GetRequiredService<PollingHeartbeat>(), () => options.Value, clock, about).Map(app);
    }
}
