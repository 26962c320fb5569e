using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Health;

/// <summary>The <c>healthcheck</c> command: asks a running exporter on this host how it is.</summary>
internal static class HealthcheckProbe
{
    /// <summary>Asks.</summary>
    /// <param name="host">What the exporter listens on; empty or an any-address for all, asked on the loopback then.</param>
    /// <param name="port">Its port.</param>
    /// <param name="tls">Whether it speaks TLS. Its certificate is not verified: names seldom fit a loopback address, and nothing is given away.</param>
    /// <param name="demandsClientCertificate">Whether it turns clients without a certificate away; then it can only be seen to listen.</param>
    /// <param name="limit">How long to wait for an answer.</param>
    /// <param name="time">The clock of that.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task<HealthcheckResult> AskAsync(
        string host, int port, bool tls, bool demandsClientCertificate, TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        var address = new UriBuilder(tls ? "https" : "http", Reachable(host), port, WebPaths.Health).Uri;
        using var timer = new CancellationTokenSource(limit, time);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop, timer.Token);
        try
        {
            return demandsClientCertificate ? await ListensAsync(address, late.Token) : await AnswersAsync(address, late.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new HealthcheckResult(false, $"{address} did not answer within {limit.TotalSeconds} s", Answered: false);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            var perhaps = !tls && e is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } ? "; if it speaks TLS, give --web.config.file" : "";
            return new HealthcheckResult(false, $"{address} cannot be reached: {(e.InnerException ?? e).Message}{perhaps}", Answered: false);
        }
    }

    /// <summary>Where something that listens there can be reached from the same host.</summary>
    internal static string Reachable(string host) => IPAddress.TryParse(host, out var address) switch
    {
        _ when host.Length == 0 => "127.0.0.1",
        true when address!.Equals(IPAddress.Any) => "127.0.0.1",
        true when address!.Equals(IPAddress.IPv6Any) => "[::1]",
        true when address!.AddressFamily == AddressFamily.InterNetworkV6 => $"[{address}]",
        _ => host,
    };

    [SuppressMessage("Security", "CA5359", Justification = "It is this very host that is asked, by an address that its certificate need not name.")]
    private static async Task<HealthcheckResult> AnswersAsync(Uri address, CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        };
        using var client = new HttpClient(handler) { MaxResponseContentBufferSize = 64 * 1024 };
        using var answer = await client.GetAsync(address, stop);
        var words = (await answer.Content.ReadAsStringAsync(stop)).Trim();
        return answer.StatusCode == HttpStatusCode.OK
            ? new HealthcheckResult(true, words)
            : new HealthcheckResult(false, $"{address} answered {(int)answer.StatusCode}: {words.Split('\n')[0]}");
    }

    private static async Task<HealthcheckResult> ListensAsync(Uri address, CancellationToken stop)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.DnsSafeHost, address.Port, stop);
        return new HealthcheckResult(true, "listening; it demands client certificates, so its health cannot be asked for from here", Answered: false);
    }
}
