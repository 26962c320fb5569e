using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Testing.Web;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>The built program behind TLS and a password, as curl and its own healthcheck see it; a renewed certificate without a restart.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly Certificates _files = new();

    public TlsTests()
    {
        using var authority = _files.Authority("ca");
        _files.Leaf("server", authority).Dispose();
    }

    [Fact]
    public async Task A_password_over_TLS_the_healthcheck_and_a_renewed_certificate()
    {
        var hash = BCrypt.Net.BCrypt.HashPassword("sesame", 4);
        var web = _files.Write("web.yml", $"tls_server_config: {{cert_file: server.pem, key_file: server.key}}\nbasic_auth_users: {{prometheus: '{hash}'}}\n");
        await using var server = await Accounts.StillAsync(50);
        using var config = new ConfigFile($"targets: [{{name: tls, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path, "--web.config.file", web);
        Assert.Equal("https", exporter.Address.Scheme);
        Assert.Equal("401", await CurlAsync(exporter, "metrics"));
        Assert.Equal("401", await CurlAsync(exporter, "metrics", "--user", "prometheus:wrong"));
        Assert.Equal("200", await CurlAsync(exporter, "metrics", "--user", "prometheus:sesame"));
        Assert.Equal("200", await CurlAsync(exporter, "healthz"));

        var health = await ExporterProcess.RunAsync("healthcheck", "--web.listen-address", exporter.Address.Authority, "--web.config.file", web);
        Assert.Equal((0, ""), (health.Status, health.Error));

        using var stranger = _files.Authority("new");
        _files.Leaf("server", stranger).Dispose();
        await Eventually.TrueAsync(
            async () => await CurlAsync(exporter, "healthz", "--cacert", _files.PathOf("new.pem")) == "200", "the renewed certificate", TestContext.Current.CancellationToken);

        // A server that goes on with the configuration before a mistake is not ill.
        _files.Write("web.yml", "tls_server_config: {min_version: SSL3}");
        health = await ExporterProcess.RunAsync("healthcheck", "--web.listen-address", exporter.Address.Authority, "--web.config.file", web);
        Assert.Equal((0, "ok\n"), (health.Status, health.Output));
        Assert.Contains($"{web}:1: tls_server_config.min_version", health.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await exporter.TerminateAsync()).Status);
    }

    [Fact]
    public async Task The_healthcheck_of_a_server_that_is_not_there_says_so_whatever_the_web_configuration()
    {
        var web = _files.Write("web.yml", "oops: 1");
        var health = await ExporterProcess.RunAsync("healthcheck", "--web.listen-address", "127.0.0.1:9", "--web.config.file", web);
        Assert.Equal((1, ""), (health.Status, health.Output));
        Assert.Contains("cannot be reached", health.Error, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private async Task<string> CurlAsync(ExporterProcess exporter, string path, params string[] arguments) => (await Run.ToEndAsync(
        "curl",
        ["-sS", "--noproxy", "*", "--cacert", _files.PathOf("ca.pem"), "-o", "/dev/null", "-w", "%{http_code}", .. arguments, new Uri(exporter.Address, path).AbsoluteUri])).Output;
}
