using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Exporter.Web.Health;
using DxJobs.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.EndToEnd.Tests.Web;

/// <summary>TLS and passwords as openssl and curl see them.</summary>
public sealed class TlsByOthers : IDisposable
{
    private const string Server = "cert_file: server.pem, key_file: server.key";

    private readonly Certificates _files = new();

    public TlsByOthers()
    {
        using var authority = _files.Authority("ca");
        using var intermediate = _files.Authority("intermediate", issuer: authority);
        using var stranger = _files.Authority("stranger", subject: "ca");
        _files.Leaf("server", intermediate, chain: intermediate).Dispose();
        _files.Leaf("good", authority, Certificates.ClientAuthentication).Dispose();
        _files.Leaf("bad", stranger, Certificates.ClientAuthentication).Dispose();
    }

    [Theory]
    [InlineData("", "-tls1_2", true)]
    [InlineData("", "-tls1_3", true)]
    [InlineData("", "-tls1_1", false)]
    [InlineData("", "-tls1", false)]
    [InlineData("min_version: TLS13", "-tls1_2", false)]
    [InlineData("min_version: TLS13", "-tls1_3", true)]
    [InlineData("max_version: TLS12", "-tls1_2", true)]
    [InlineData("max_version: TLS12", "-tls1_3", false)]
    public async Task Speaks_the_versions_it_is_told_to(string settings, string version, bool spoken)
    {
        await using var server = await StartAsync(settings);
        var handshake = await HandshakeAsync(server, version, "-cipher", "ALL:@SECLEVEL=0");
        Assert.Equal(spoken, handshake.Output.Contains("Verify return code: 0 (ok)", StringComparison.Ordinal) && handshake.Status == 0);
    }

    [Theory]
    [InlineData("ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256")]
    [InlineData("ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384")]
    [InlineData("ECDHE-RSA-CHACHA20-POLY1305", null)]
    [InlineData("AES128-SHA", null)]
    public async Task Takes_only_the_named_cipher_suites_in_its_own_order(string offered, string? taken)
    {
        await using var server = await StartAsync("cipher_suites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]");
        var handshake = await HandshakeAsync(server, "-tls1_2", "-cipher", offered);
        Assert.Contains(taken is null ? "Cipher is (NONE)" : $"Cipher is {taken}", handshake.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "h2", "No ALPN negotiated", false)]
    [InlineData("", "h2", "ALPN protocol: h2", true)]
    [InlineData("http2: false", "h2,http/1.1", "ALPN protocol: http/1.1", true)]
    public async Task Offers_HTTP_2_unless_told_not_to(string http, string offered, string words, bool said)
    {
        await using var server = await StartAsync("", $"http_server_config: {{{http}}}");
        var handshake = await HandshakeAsync(server, "-alpn", offered);
        Assert.Equal(said, handshake.Output.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Every mode against no certificate, one of ours and one of a stranger with our authority's name.</summary>
    [Theory]
    [InlineData("NoClientCert", true, true, true)]
    [InlineData("RequestClientCert", true, true, true)]
    [InlineData("RequireAnyClientCert", false, true, true)]
    [InlineData("VerifyClientCertIfGiven", true, true, false)]
    [InlineData("RequireAndVerifyClientCert", false, true, false)]
    public async Task Asks_clients_for_certificates_as_told(string mode, bool none, bool good, bool bad)
    {
        var authority = mode == "NoClientCert" ? "" : ", client_ca_file: ca.pem";
        await using var server = await StartAsync($"client_auth_type: {mode}{authority}");
        foreach (var version in new[] { "1.2", "1.3" })
        {
            Assert.Equal(none, await CurlAsync(server, "--tlsv1.2", "--tls-max", version) == "200");
            Assert.Equal(good, await CurlAsync(server, "--tls-max", version, "--cert", _files.PathOf("good.pem"), "--key", _files.PathOf("good.key")) == "200");
            Assert.Equal(bad, await CurlAsync(server, "--tls-max", version, "--cert", _files.PathOf("bad.pem"), "--key", _files.PathOf("bad.key")) == "200");
        }
    }

    [Fact]
    public async Task A_renewed_certificate_is_shown_on_the_next_connection()
    {
        var time = new FakeTimeProvider(SampleBoard.Now);
        await using var server = await StartAsync("", time: time);
        var before = (await HandshakeAsync(server)).Output;
        using var authority = _files.Authority("ca");
        _files.Leaf("server", authority).Dispose();
        time.Advance(TimeSpan.FromSeconds(1));
        var after = (await HandshakeAsync(server)).Output;
        Assert.Contains("issuer=CN = intermediate", before, StringComparison.Ordinal);
        Assert.Contains("issuer=CN = ca", after, StringComparison.Ordinal);
        Assert.Contains("Verify return code: 0 (ok)", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_over_TLS()
    {
        var hash = BCrypt.Net.BCrypt.HashPassword("sesame", 4);
        await using var server = await StartAsync("", $"basic_auth_users: {{prometheus: '{hash}'}}");
        Assert.Equal("401", await CurlAsync(server));
        Assert.Equal("401", await CurlAsync(server, "--user", "prometheus:wrong"));
        Assert.Equal("200", await CurlAsync(server, "--user", "prometheus:sesame"));
        Assert.Equal("200", await CurlAsync(server, "--user", "prometheus:sesame", "--http1.1"));
    }

    [Fact]
    public async Task The_healthcheck_does_not_mind_the_certificate_nor_the_demand_for_one()
    {
        await using var open = await StartAsync("");
        Assert.Equal(new HealthcheckResult(true, "ok"), await AskAsync(open, demands: false));
        await using var closed = await StartAsync("client_auth_type: RequireAndVerifyClientCert, client_ca_file: ca.pem");
        Assert.True((await AskAsync(closed, demands: true)).Healthy);
        Assert.False((await AskAsync(closed, demands: false)).Healthy);
    }

    public void Dispose() => _files.Dispose();

    private Task<WebServer> StartAsync(string tls, string more = "", TimeProvider? time = null) =>
        WebServer.StartAsync(SampleBoard.Of(), _files.Write("web.yml", $"tls_server_config: {{{Server}, {tls}}}\n{more}\n"), time: time);

    private Task<Run> HandshakeAsync(WebServer server, params string[] arguments) => Run.ToEndAsync(
        "openssl", ["s_client", "-connect", "127.0.0.1:" + server.Port, "-CAfile", _files.PathOf("ca.pem"), "-verify_ip", "127.0.0.1", .. arguments]);

    private async Task<string> CurlAsync(WebServer server, params string[] arguments)
    {
        var run = await Run.ToEndAsync(
        "curl",
        ["-sS", "--noproxy", "*", "--cacert", _files.PathOf("ca.pem"), "-o", "/dev/null", "-w", "%{http_code}", .. arguments, server.Address + "metrics"]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{string.Join(' ', arguments)}: {run.Output} {run.Error}");
        return run.Output;
    }

    private static Task<HealthcheckResult> AskAsync(WebServer server, bool demands) =>
        HealthcheckProbe.AskAsync("127.0.0.1", server.Port, true, demands, TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
}
