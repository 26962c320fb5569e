using DxJobs.Exporter.Web.Health;
using DxJobs.Exporter.Web.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace DxJobs.Exporter.Commands;

/// <summary><c>healthcheck</c>: asks a running exporter on this host, for containers that have neither shell nor curl.</summary>
internal static class HealthcheckCommand
{
    /// <summary>Runs it: 0 when the exporter is well.</summary>
    public static async Task<int> RunAsync(HealthcheckSettings settings, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var web = settings.WebConfigFile is null
            ? WebSettings.None
            : WebConfigSource.Open(settings.WebConfigFile, clock, NullLogger.Instance, out _)?.Current ?? WebSettings.None;
        var result = await HealthcheckProbe.AskAsync(
            settings.Listen.Host, settings.Listen.Port, web.Tls is not null, DemandsCertificate(web), settings.Timeout, clock, cancellation);
        await (result.Healthy ? Console.Out : Console.Error).WriteLineAsync(result.Reason);
        return result.Healthy ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static bool DemandsCertificate(WebSettings web) =>
        web.Config.Tls?.ClientAuth is ClientAuth.RequireAnyClientCert or ClientAuth.RequireAndVerifyClientCert;
}
