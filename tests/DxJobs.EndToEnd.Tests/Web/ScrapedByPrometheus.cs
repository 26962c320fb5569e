using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Testing.Web;

namespace DxJobs.EndToEnd.Tests.Web;

/// <summary>A real Prometheus with its own client configuration: TLS, a client certificate and a password.</summary>
public sealed class ScrapedByPrometheus : IDisposable
{
    private readonly Certificates _files = new();

    [Fact]
    public async Task Over_TLS_with_certificate_and_password()
    {
        using (var authority = _files.Authority("ca"))
        {
            _files.Leaf("server", authority).Dispose();
            _files.Leaf("client", authority, Certificates.ClientAuthentication).Dispose();
        }

        var config = _files.Write("web.yml", $"""
            tls_server_config: {"{"}cert_file: server.pem, key_file: server.key, client_ca_file: ca.pem, client_auth_type: RequireAndVerifyClientCert{"}"}
            basic_auth_users: {"{"}prometheus: '{BCrypt.Net.BCrypt.HashPassword("sesame", 4)}'{"}"}
            """);
        await using var server = await WebServer.StartAsync(webConfig: config);
        _files.Write("prometheus.yml", $"""
            global: {"{"}scrape_interval: 1s, scrape_timeout: 1s{"}"}
            scrape_configs:
              - job_name: dxjobs
                scheme: https
                basic_auth: {"{"}username: prometheus, password: sesame{"}"}
                tls_config: {"{"}ca_file: ca.pem, cert_file: client.pem, key_file: client.key{"}"}
                static_configs: [{"{"}targets: ['127.0.0.1:{server.Port}']{"}"}]
            """);
        var port = FreePort();
        using var prometheus = Process.Start(new ProcessStartInfo(
            Tool.Require("prometheus"),
            [$"--config.file={_files.PathOf("prometheus.yml")}", $"--storage.tsdb.path={_files.PathOf("data")}", $"--web.listen-address=127.0.0.1:{port}", "--log.level=error"])
        { RedirectStandardError = true })!;
        prometheus.ErrorDataReceived += (_, _) => { };
        prometheus.BeginErrorReadLine();
        try
        {
            var target = await FirstScrapeAsync(new Uri($"http://127.0.0.1:{port}/api/v1/targets"));
            Assert.Equal(("up", ""), (target.GetProperty("health").GetString(), target.GetProperty("lastError").GetString()));
        }
        finally
        {
            prometheus.Kill();
            await prometheus.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _files.Dispose();

    private static async Task<JsonElement> FirstScrapeAsync(Uri targets)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await tick.WaitForNextTickAsync(limit.Token))
        {
            try
            {
                using var answer = JsonDocument.Parse(await client.GetStringAsync(targets, limit.Token));
                var active = answer.RootElement.GetProperty("data").GetProperty("activeTargets");
                if (active.GetArrayLength() > 0 && active[0].GetProperty("health").GetString() != "unknown")
                {
                    return active[0].Clone();
                }
            }
            catch (HttpRequestException)
            {
                // Prometheus has not begun to listen.
            }
        }

        throw new TimeoutException("Prometheus never scraped");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
