using DxJobs.Exporter.Web.Security;
using DxJobs.Testing.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Web.Security;

public sealed class WebConfigSourceTests : IDisposable
{
    private const string TlsConfig = "tls_server_config: {cert_file: server.pem, key_file: server.key}\n";

    private readonly Certificates _files = new();
    private readonly FakeTimeProvider _time = new(SampleBoard.Now);

    [Fact]
    public void Picks_up_a_renewed_certificate_but_looks_only_once_a_second()
    {
        using var authority = _files.Authority("ca");
        _files.Leaf("server", authority, until: SampleBoard.Now.AddDays(10)).Dispose();
        var source = Open(TlsConfig);
        var before = source.Current.Tls;

        _files.Leaf("server", authority, until: SampleBoard.Now.AddDays(100)).Dispose();
        Assert.Same(before, source.Current.Tls);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SampleBoard.Now.AddDays(100), source.Current.Tls!.NotAfter);
    }

    [Fact]
    public void Follows_a_symbolic_link_that_is_swapped_as_Kubernetes_does()
    {
        foreach (var (version, name) in new[] { ("v1", "old"), ("v2", "new") })
        {
            Directory.CreateDirectory(_files.PathOf(version));
            File.WriteAllText(_files.PathOf(version + "/web.yml"), $"http_server_config: {{headers: {{X-XSS-Protection: {name}}}}}");
        }

        File.CreateSymbolicLink(_files.PathOf("..data"), "v1");
        File.CreateSymbolicLink(_files.PathOf("web.yml"), "..data/web.yml");
        var source = WebConfigSource.Open(_files.PathOf("web.yml"), _time, NullLogger.Instance, out _)!;
        Assert.Equal("old", source.Current.Config.Headers["X-XSS-Protection"]);

        File.Delete(_files.PathOf("..data"));
        File.CreateSymbolicLink(_files.PathOf("..data"), "v2");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("new", source.Current.Config.Headers["X-XSS-Protection"]);
    }

    [Theory]
    [InlineData("basic_auth_users: {alice: plain}")]
    [InlineData("tls_server_config: {")]
    [InlineData("")]
    public void Keeps_the_old_one_when_the_new_one_is_bad_and_takes_the_repaired_one(string bad)
    {
        using var authority = _files.Authority("ca");
        _files.Leaf("server", authority).Dispose();
        var source = Open(TlsConfig);
        var before = source.Current;

        _files.Write("web.yml", bad);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Same(before, source.Current);

        _files.Write("web.yml", TlsConfig + "http_server_config: {http2: false}");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(source.Current.Config.Http2);
    }

    [Fact]
    public void Waits_for_the_key_that_belongs_to_a_renewed_certificate()
    {
        using var authority = _files.Authority("ca");
        _files.Leaf("server", authority).Dispose();
        _files.Leaf("next", authority, until: SampleBoard.Now.AddDays(100)).Dispose();
        var source = Open(TlsConfig);
        var before = source.Current;

        File.Copy(_files.PathOf("next.pem"), _files.PathOf("server.pem"), overwrite: true);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Same(before, source.Current);

        File.Copy(_files.PathOf("next.key"), _files.PathOf("server.key"), overwrite: true);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SampleBoard.Now.AddDays(100), source.Current.Tls!.NotAfter);
    }

    [Fact]
    public void A_new_configuration_may_name_a_file_that_comes_later()
    {
        using var authority = _files.Authority("ca");
        _files.Leaf("server", authority).Dispose();
        var source = Open(TlsConfig);

        _files.Write("web.yml", TlsConfig.Replace("server.pem", "later.pem", StringComparison.Ordinal) + "http_server_config: {http2: false}");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(source.Current.Config.Http2);

        File.Copy(_files.PathOf("server.pem"), _files.PathOf("later.pem"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(source.Current.Config.Http2);
    }

    [Theory]
    [InlineData("cert_file: missing.pem, key_file: server.key", "tls_server_config.cert_file", "cannot be read")]
    [InlineData("cert_file: server.pem, key_file: missing.key", "tls_server_config.key_file", "cannot be read")]
    [InlineData("cert_file: ., key_file: server.key", "tls_server_config.cert_file", "cannot be read")]
    [InlineData("cert_file: server.key, key_file: server.key", "tls_server_config.cert_file", "holds no certificate in PEM form")]
    [InlineData("cert_file: server.pem, key_file: server.pem", "tls_server_config.key_file", "holds no private key in PEM form")]
    [InlineData("cert_file: server.pem, key_file: other.key", "tls_server_config.key_file", "does not belong to the certificate")]
    [InlineData("cert_file: server.pem, key_file: broken.key", "tls_server_config.key_file", "does not belong to the certificate, or is broken")]
    [InlineData("cert_file: broken.pem, key_file: server.key", "tls_server_config.cert_file", "holds no certificate in PEM form")]
    [InlineData("cert_file: server.pem, key_file: server.key, client_auth_type: RequireAndVerifyClientCert, client_ca_file: missing", "tls_server_config.client_ca_file", "cannot be read")]
    [InlineData("cert_file: server.pem, key_file: server.key, client_auth_type: RequireAndVerifyClientCert, client_ca_file: web.yml", "tls_server_config.client_ca_file", "holds no certificate")]
    public void Says_which_file_is_no_good(string tls, string key, string words)
    {
        using var authority = _files.Authority("ca");
        _files.Leaf("server", authority).Dispose();
        _files.Leaf("other", authority).Dispose();
        _files.Write("broken.key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        _files.Write("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Assert.Null(WebConfigSource.Open(_files.Write("web.yml", $"\ntls_server_config: {{{tls}}}"), _time, NullLogger.Instance, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal((2, key), (problem.Line, problem.Key));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_the_file_itself_cannot_be_read()
    {
        Assert.Null(WebConfigSource.Open(_files.PathOf("web.yml"), _time, NullLogger.Instance, out var problems));
        Assert.StartsWith("1: cannot be read: ", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    private WebConfigSource Open(string text)
    {
        var source = WebConfigSource.Open(_files.Write("web.yml", text), _time, NullLogger.Instance, out var problems);
        Assert.Empty(problems);
        return source!;
    }
}
