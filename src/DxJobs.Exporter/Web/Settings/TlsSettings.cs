using System.Net.Security;
using System.Security.Authentication;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>The section <c>tls_server_config</c>.</summary>
internal sealed record TlsSettings
{
    /// <summary>The server's certificate, followed by the intermediate ones (<c>cert_file</c> or <c>cert</c>).</summary>
    public required PemSource Certificate { get; init; }

    /// <summary>Its private key (<c>key_file</c> or <c>key</c>).</summary>
    public required PemSource PrivateKey { get; init; }

    /// <summary>Who may sign clients' certificates (<c>client_ca_file</c> or <c>client_ca</c>).</summary>
    public PemSource? ClientCa { get; init; }

    /// <summary>What is asked of clients. Default NoClientCert.</summary>
    public ClientAuth ClientAuth { get; init; }

    /// <summary>Names of which a client's certificate must carry one; empty for any.</summary>
    public IReadOnlyList<string> ClientAllowedSans { get; init; } = [];

    /// <summary>The versions of TLS spoken. Default 1.2 and 1.3.</summary>
    public SslProtocols Versions { get; init; } = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>The cipher suites, preferred ones first; empty for the system's own choice.</summary>
    public IReadOnlyList<TlsCipherSuite> CipherSuites { get; init; } = [];
}
