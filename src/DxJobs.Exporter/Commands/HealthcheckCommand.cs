using DxJobs.Exporter.Web.Health;
using DxJobs.Exporter.Web.Security;
using DxJobs.Exporter.Web.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace DxJobs.Exporter.Commands;

/// <summary><c>healthcheck</c>: asks a running exporter on this host, for containers that have neither shell nor curl.</summary>
internal static class HealthcheckCommand
{
    /// <summary>Runs it: 0 when the exporter is well.</summary>
    public static async Task<int> RunAsync(HealthcheckSettings settings, CancellationToken cancellation)
    {
        var result = await AskAsync(settings, cancellation);
        await (result.Healthy ? Console.Out : Console.Error).WriteLineAsync(result.Reason);
        return result.Healthy ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task<HealthcheckResult> AskAsync(HealthcheckSettings settings, CancellationToken cancellation)
    {
        if (settings.WebConfigFile is null)
        {
            return await AskAsync(settings, tls: false, demandsCertificate: false, cancellation);
        }

        if (WebConfigSource.Open(settings.WebConfigFile, TimeProvider.System, NullLogger.Instance, out var problems)?.Current is { } web)
        {
            return await AskAsync(settings, web.Tls is not null, DemandsCertificate(web), cancellation);
        }

        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"{settings.WebConfigFile}:{problem}");
        }

        return await AskEitherWayAsync(settings, cancellation);
    }

    /// <summary>
    /// A server whose web configuration was changed for the worse goes on with the one before, and nobody knows here which that was. To call it
    /// ill would have it restarted, which then fails.
    /// </summary>
    private static async Task<HealthcheckResult> AskEitherWayAsync(HealthcheckSettings settings, CancellationToken cancellation)
    {
        var overTls = await AskAsync(settings, tls: true, demandsCertificate: false, cancellation);
        var inTheClear = overTls.Answered ? overTls : await AskAsync(settings, tls: false, demandsCertificate: false, cancellation);
        return inTheClear.Answered ? inTheClear : await AskAsync(settings, tls: true, demandsCertificate: true, cancellation);
    }

    private static Task<HealthcheckResult> AskAsync(HealthcheckSettings settings, bool tls, bool demandsCertificate, CancellationToken cancellation) =>
        HealthcheckProbe.AskAsync(settings.Listen.Host, settings.Listen.Port, tls, demandsCertificate, settings.Timeout, TimeProvider.System, cancellation);

    private static bool DemandsCertificate(WebSettings web) =>
        web.Config.Tls?.ClientAuth is ClientAuth.RequireAnyClientCert or ClientAuth.RequireAndVerifyClientCert;
}
