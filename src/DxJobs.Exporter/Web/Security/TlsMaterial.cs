using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Security;

/// <summary>Everything that a handshake needs, read from the files once and used until they change.</summary>
/// <param name="certificate">The server's certificate with its chain.</param>
/// <param name="clients">What is asked of clients.</param>
/// <param name="settings">Versions and cipher suites.</param>
/// <param name="http2">Whether HTTP/2 is offered.</param>
internal sealed class TlsMaterial(SslStreamCertificateContext certificate, ClientCertificateCheck clients, TlsSettings settings, bool http2)
{
    private readonly CipherSuitesPolicy? _suites = settings.CipherSuites.Count == 0 || OperatingSystem.IsWindows() || OperatingSystem.IsAndroid()
        ? null
        : new CipherSuitesPolicy(settings.CipherSuites);

    /// <summary>When the server's certificate ends.</summary>
    public DateTimeOffset NotAfter => certificate.TargetCertificate.NotAfter;

    /// <summary>Whether a client without a certificate is turned away.</summary>
    public bool RequiresClientCertificate => clients.Requires;

    /// <summary>The options of one handshake.</summary>
    public SslServerAuthenticationOptions Handshake() => new()
    {
        ServerCertificateContext = certificate,
        EnabledSslProtocols = settings.Versions,
        CipherSuitesPolicy = _suites,
        ApplicationProtocols = http2 ? [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11] : [SslApplicationProtocol.Http11],
        AllowRenegotiation = false,
        ClientCertificateRequired = clients.Requests,

        // A resumed session would not show its certificate again.
        AllowTlsResume = !clients.Requests,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        RemoteCertificateValidationCallback = (_, shown, chain, _) => clients.Accepts(shown as X509Certificate2, chain?.ChainPolicy.ExtraStore ?? []),
    };

    /// <summary>Reads the files; null when something is wrong with them, with a problem for each.</summary>
    public static TlsMaterial? Load(TlsSettings settings, bool http2, TimeProvider time, List<WebConfigProblem> problems)
    {
        var certificate = Text(settings.Certificate, problems);
        var key = Text(settings.PrivateKey, problems);
        var authorities = settings.ClientCa is { } ca && Text(ca, problems) is { } pem ? Certificates(ca, pem, problems) : [];
        var context = certificate is null || key is null ? null : Context(settings, certificate, key, problems);
        return context is null || problems.Count > 0
            ? null
            : new TlsMaterial(context, new ClientCertificateCheck(settings.ClientAuth, authorities, settings.ClientAllowedSans, time), settings, http2);
    }

    private static string? Text(PemSource source, List<WebConfigProblem> problems)
    {
        try
        {
            return source.Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new WebConfigProblem(source.Line, source.Key, "cannot be read: " + e.Message));
            return null;
        }
    }

    private static X509Certificate2Collection Certificates(PemSource source, string pem, List<WebConfigProblem> problems)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        if (certificates.Count == 0)
        {
            problems.Add(new WebConfigProblem(source.Line, source.Key, "holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)"));
        }

        return certificates;
    }

    private static SslStreamCertificateContext? Context(TlsSettings settings, string certificate, string key, List<WebConfigProblem> problems)
    {
        var chain = Certificates(settings.Certificate, certificate, problems);
        if (chain.Count == 0)
        {
            return null;
        }

        if (!key.Contains("PRIVATE KEY-----", StringComparison.Ordinal) || key.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            problems.Add(new WebConfigProblem(
                settings.PrivateKey.Line, settings.PrivateKey.Key, "holds no private key in PEM form without a password (-----BEGIN PRIVATE KEY-----)"));
            return null;
        }

        try
        {
            var server = X509Certificate2.CreateFromPem(certificate, key);
            if (OperatingSystem.IsWindows())
            {
                // Windows cannot serve with a key that lives in memory only.
                server = X509CertificateLoader.LoadPkcs12(server.Export(X509ContentType.Pkcs12), null);
            }

            chain.RemoveAt(0);
            return SslStreamCertificateContext.Create(server, chain, offline: true);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            problems.Add(new WebConfigProblem(settings.PrivateKey.Line, settings.PrivateKey.Key, "does not belong to the certificate, or is broken"));
            return null;
        }
    }
}
