using System.Net.Security;
using System.Security.Authentication;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Tests.Web.Settings;

public sealed class WebConfigReaderTests
{
    private const string Tls = "tls_server_config: {cert_file: a, key_file: b, ";
    private const string Hash = "$2y$10$abcdefghijklmnopqrstuuAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public void Reads_every_key()
    {
        var config = Good($"""
            tls_server_config:
              cert_file: server.pem
              key_file: /elsewhere/server.key
              client_ca_file: ca.pem
              client_auth_type: RequireAndVerifyClientCert
              client_allowed_sans: [prometheus.example]
              min_version: TLS12
              max_version: TLS12
              prefer_server_cipher_suites: true
              cipher_suites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]
              curve_preferences: []
            http_server_config:
              http2: false
              headers:
                X-Frame-Options: sameorigin
                Strict-Transport-Security: max-age=31536000
                X-XSS-Protection: ""
            basic_auth_users:
              alice: {Hash}
            rate_limit:
              interval: 100ms
              burst: 20
            """);
        Assert.Equal("/etc/dxjobs/server.pem", config.Tls!.Certificate.File);
        Assert.Equal("/elsewhere/server.key", config.Tls.PrivateKey.File);
        Assert.Equal(ClientAuth.RequireAndVerifyClientCert, config.Tls.ClientAuth);
        Assert.Equal(["prometheus.example"], config.Tls.ClientAllowedSans);
        Assert.Equal(SslProtocols.Tls12, config.Tls.Versions);
        Assert.Equal(TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, config.Tls.CipherSuites[0]);
        Assert.False(config.Http2);
        Assert.Equal(["Strict-Transport-Security", "X-Frame-Options"], config.Headers.Keys.Order());
        Assert.Equal(Hash, config.Users["alice"]);
        Assert.Equal(new RateLimitSettings(TimeSpan.FromMilliseconds(100), 20), config.RateLimit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("{}")]
    [InlineData("tls_server_config:\nbasic_auth_users:\nhttp_server_config:\nrate_limit:\n")]
    [InlineData("rate_limit: {interval: 0}")]
    public void Takes_an_empty_file_for_plain_http(string text)
    {
        var config = Good(text);
        Assert.Null(config.Tls);
        Assert.True(config.Http2);
        Assert.Empty(config.Users);
        Assert.Null(config.RateLimit);
    }

    [Fact]
    public void Certificates_may_stand_in_the_file_itself()
    {
        var config = Good("tls_server_config:\n  cert: |\n    -----BEGIN CERTIFICATE-----\n  key: |\n    -----BEGIN PRIVATE KEY-----\n");
        Assert.Equal("-----BEGIN CERTIFICATE-----\n", config.Tls!.Certificate.Read());
        Assert.Equal(4, config.Tls.PrivateKey.Line);
    }

    [Fact]
    public void A_list_of_older_suites_does_not_switch_TLS_13_off()
    {
        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, Good(Tls + "}").Tls!.Versions);
        var suites = Good(Tls + "cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]}").Tls!.CipherSuites;
        Assert.Equal(4, suites.Count);
        Assert.Contains(TlsCipherSuite.TLS_AES_256_GCM_SHA384, suites);
    }

    /// <summary>The table of bad inputs: the text, and the line, key and words that the refusal must have.</summary>
    [Theory]
    [InlineData("tls_server_config: [", 1, "", "not valid YAML")]
    [InlineData("a: b\n  c: d", 2, "", "not valid YAML")]
    [InlineData("- 1", 1, "", "must be sections")]
    [InlineData("just words", 1, "", "must be sections")]
    [InlineData("{}\n---\na: 1", 3, "", "a second document")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[", 1, "", "nested more than 16 levels")]
    [InlineData("http_server_config: {}\nhttp_server_config: {}", 2, "", "Duplicate key")]
    [InlineData("tls_config: {}", 1, "tls_config", "unknown key; known here: tls_server_config")]
    [InlineData("tls_server_config: yes", 1, "tls_server_config", "must be a section")]
    [InlineData("tls_server_config: {key_file: b}", 1, "tls_server_config.cert_file", "a server needs a certificate")]
    [InlineData("tls_server_config:\n  cert_file: a", 2, "tls_server_config.key_file", "needs its private key")]
    [InlineData("tls_server_config:\n  cert_file: a\n  key_file: b\n  cert: c", 4, "tls_server_config.cert", "cannot be given together with cert_file")]
    [InlineData("tls_server_config:\n  cert_file: a\n  key_file: b\n  keyfile: c", 4, "tls_server_config.keyfile", "unknown key")]
    [InlineData(Tls + "client_ca_file: [a]}", 1, "tls_server_config.client_ca_file", "must be a text")]
    [InlineData(Tls + "client_auth_type: Maybe}", 1, "tls_server_config.client_auth_type", "'Maybe' is none of NoClientCert, RequestClientCert")]
    [InlineData(Tls + "client_auth_type: RequireAndVerifyClientCert}", 1, "tls_server_config.client_auth_type", "needs client_ca_file")]
    [InlineData(Tls + "client_auth_type: VerifyClientCertIfGiven}", 1, "tls_server_config.client_auth_type", "needs client_ca_file")]
    [InlineData(Tls + "client_ca_file: c}", 1, "tls_server_config.client_ca_file", "has no effect without a client_auth_type")]
    [InlineData(Tls + "client_ca: c}", 1, "tls_server_config.client_ca", "has no effect without a client_auth_type")]
    [InlineData(Tls + "client_allowed_sans: [x]}", 1, "tls_server_config.client_allowed_sans", "needs client_auth_type")]
    [InlineData(Tls + "client_allowed_sans: x}", 1, "tls_server_config.client_allowed_sans", "must be a list of texts")]
    [InlineData(Tls + "max_version: TLS11}", 1, "tls_server_config.max_version", "TLS 1.0 and 1.1 are broken")]
    [InlineData(Tls + "min_version: 1.2}", 1, "tls_server_config.min_version", "'1.2' is none of TLS12, TLS13")]
    [InlineData(Tls + "min_version: TLS13, max_version: TLS12}", 1, "tls_server_config.min_version", "is above max_version")]
    [InlineData(Tls + "cipher_suites: [TLS_RSA_WITH_RC4_128_SHA]}", 1, "tls_server_config.cipher_suites", "'TLS_RSA_WITH_RC4_128_SHA' is none of TLS_ECDHE")]
    [InlineData(Tls + "cipher_suites: [{a: b}]}", 1, "tls_server_config.cipher_suites", "must be a list of texts")]
    [InlineData(Tls + "cipher_suites: [TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]}", 1, "tls_server_config.cipher_suites", "HTTP/2 needs")]
    [InlineData(Tls + "max_version: TLS12, cipher_suites: [TLS_AES_128_GCM_SHA256]}\nhttp_server_config: {http2: false}", 1, "tls_server_config.cipher_suites", "has none for TLS 1.2")]
    [InlineData(Tls + "prefer_server_cipher_suites: perhaps}", 1, "tls_server_config.prefer_server_cipher_suites", "must be true or false")]
    [InlineData(Tls + "curve_preferences: [X25518]}", 1, "tls_server_config.curve_preferences", "'X25518' is none of CurveP256")]
    [InlineData("http_server_config: {http2: 2}", 1, "http_server_config.http2", "must be true or false")]
    [InlineData("http_server_config: {http3: true}", 1, "http_server_config.http3", "unknown key; known here: http2, headers")]
    [InlineData("http_server_config:\n  headers:\n    X-Powered-By: love", 3, "http_server_config.headers.X-Powered-By", "unknown key")]
    [InlineData("http_server_config: {headers: {X-Frame-Options: allow}}", 1, "http_server_config.headers.X-Frame-Options", "'allow' is none of deny, sameorigin")]
    [InlineData("http_server_config: {headers: {X-Content-Type-Options: sniff}}", 1, "http_server_config.headers.X-Content-Type-Options", "is none of nosniff")]
    [InlineData("http_server_config: {headers: {Content-Security-Policy: \"a\\r\\nSet-Cookie: b\"}}", 1, "http_server_config.headers.Content-Security-Policy", "must be printable ASCII")]
    [InlineData("basic_auth_users:\n  alice: secret", 2, "basic_auth_users.alice", "must be a bcrypt hash")]
    [InlineData("basic_auth_users:\n  alice: $2y$10$short", 2, "basic_auth_users.alice", "must be a bcrypt hash")]
    [InlineData("basic_auth_users:\n  alice: $2y$31$abcdefghijklmnopqrstuuAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 2, "basic_auth_users.alice", "cost must be 4 to 16")]
    [InlineData("basic_auth_users:\n  'al:ice': $2y$10$abcdefghijklmnopqrstuuAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 2, "basic_auth_users.al:ice", "cannot contain a colon")]
    [InlineData("basic_auth_users: [alice]", 1, "basic_auth_users", "must be a section")]
    [InlineData("rate_limit: {interval: soon, burst: 1}", 1, "rate_limit.interval", "'soon' is not a duration")]
    [InlineData("rate_limit: {interval: 1s}", 1, "rate_limit.burst", "must be a whole number of requests, at least 1")]
    [InlineData("rate_limit: {interval: 1s, burst: -1}", 1, "rate_limit.burst", "must be a whole number")]
    [InlineData("rate_limit: {every: 1s}", 1, "rate_limit.every", "unknown key; known here: interval, burst")]
    public void Names_line_and_key_of_what_is_wrong(string text, int line, string key, string words)
    {
        var reading = WebConfigReader.Read(text, "/etc/dxjobs");
        Assert.Null(reading.Config);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((line, key), (problem.Line, problem.Key));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_all_problems_at_once_in_the_order_of_lines()
    {
        var reading = WebConfigReader.Read("tls_server_config:\n  cert_file: c\n  min_version: SSL3\n  colour: red\nbasic_auth_users:\n  bob: hunter2\n", "/");
        Assert.Equal([2, 3, 4, 6], reading.Problems.Select(p => p.Line));
        Assert.DoesNotContain("hunter2", string.Join('\n', reading.Problems), StringComparison.Ordinal);
        Assert.StartsWith("4: tls_server_config.colour: unknown key", reading.Problems[2].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tls_server_config: {}")]
    [InlineData("tls_server_config: {cert_file: '', key_file: ''}")]
    [InlineData("tls_server_config: {min_version: TLS10}")]
    [InlineData("http_server_config: {}")]
    [InlineData("http_server_config: {http2: True}")]
    [InlineData("http_server_config: {http2: TRUE, headers: {}}")]
    [InlineData("http_server_config: {http2: On}")]
    [InlineData("basic_auth_users: Null")]
    [InlineData("basic_auth_users: {}\nrate_limit: {}")]
    public void What_other_exporters_take_as_absent_is_absent(string text)
    {
        var config = Good(text);
        Assert.Null(config.Tls);
        Assert.True(config.Http2);
        Assert.Empty(config.Users);
    }

    [Theory]
    [InlineData("min_version: TLS10")]
    [InlineData("prefer_server_cipher_suites: False")]
    [InlineData("curve_preferences: [X25519, CurveP256]")]
    [InlineData("client_auth_type: ''")]
    public void What_other_exporters_accept_is_accepted(string setting) =>
        Assert.NotNull(Good($"tls_server_config: {{cert_file: c, key_file: k, {setting}}}").Tls);

    private static WebConfig Good(string text)
    {
        var reading = WebConfigReader.Read(text, "/etc/dxjobs");
        Assert.Empty(reading.Problems);
        return reading.Config!;
    }
}
