using System.Net.Security;
using System.Security.Authentication;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>Reads <c>tls_server_config</c>. Without certificate, key, client CA and client_auth_type it means plain HTTP, as in other exporters.</summary>
internal static class TlsSectionReader
{
    private static readonly string[] Curves = ["CurveP256", "CurveP384", "CurveP521", "X25519"];

    /// <summary>Reads it; null when the section has problems.</summary>
    /// <param name="section">The section.</param>
    /// <param name="directory">What relative paths are relative to.</param>
    public static TlsSettings? Read(YamlSection section, string directory)
    {
        var certificate = Pem(section, "cert_file", "cert", directory);
        var key = Pem(section, "key_file", "key", directory);
        var ca = Pem(section, "client_ca_file", "client_ca", directory);
        var isEmpty = certificate is null && key is null && ca is null && section.Text("client_auth_type") is null;
        var settings = (certificate, key) switch
        {
            _ when isEmpty => null,
            (null, _) => Missing(section, "cert_file", "missing: a server needs a certificate (cert_file or cert)"),
            (_, null) => Missing(section, "key_file", "missing: the certificate needs its private key (key_file or key)"),
            _ => new TlsSettings { Certificate = certificate, PrivateKey = key, ClientCa = ca },
        };
        var auth = Auth(section, ca);
        var sans = AllowedSans(section, auth);
        var versions = Versions(section);
        var suites = CipherSuites(section, versions);
        RefuseWhatCannotBe(section);
        section.RejectUnknownKeys();
        return settings is null ? null : settings with { ClientAuth = auth, ClientAllowedSans = sans, Versions = versions, CipherSuites = suites };
    }

    private static TlsSettings? Missing(YamlSection section, string key, string message)
    {
        section.Problem(key, message);
        return null;
    }

    private static PemSource? Pem(YamlSection section, string fileKey, string inlineKey, string directory)
    {
        var file = section.Text(fileKey);
        var inline = section.Text(inlineKey);
        if (file is not null && inline is not null)
        {
            section.Problem(inlineKey, $"cannot be given together with {fileKey}");
        }

        return (file, inline) switch
        {
            ({ } path, _) => new PemSource(section.PathOf(fileKey), section.LineOf(fileKey), Path.GetFullPath(path, directory), null),
            (null, { } text) => new PemSource(section.PathOf(inlineKey), section.LineOf(inlineKey), null, text),
            _ => null,
        };
    }

    private static ClientAuth Auth(YamlSection section, PemSource? ca)
    {
        var name = section.Text("client_auth_type");
        ClientAuth? known = name switch
        {
            null or "NoClientCert" => ClientAuth.NoClientCert,
            "RequestClientCert" => ClientAuth.RequestClientCert,
            "RequireAnyClientCert" or "RequireClientCert" => ClientAuth.RequireAnyClientCert,
            "VerifyClientCertIfGiven" => ClientAuth.VerifyClientCertIfGiven,
            "RequireAndVerifyClientCert" => ClientAuth.RequireAndVerifyClientCert,
            _ => null,
        };
        if (known is not { } auth)
        {
            section.Problem("client_auth_type", $"'{name}' is none of {string.Join(", ", Enum.GetNames<ClientAuth>())}");
            return ClientAuth.NoClientCert;
        }

        if (ca is not null && auth == ClientAuth.NoClientCert)
        {
            section.Problem(Last(ca.Key), "has no effect without a client_auth_type; use RequireAndVerifyClientCert");
        }

        if (ca is null && auth is ClientAuth.VerifyClientCertIfGiven or ClientAuth.RequireAndVerifyClientCert)
        {
            section.Problem("client_auth_type", $"{auth} needs client_ca_file (or client_ca): who may sign clients' certificates");
        }

        return auth;
    }

    private static List<string> AllowedSans(YamlSection section, ClientAuth auth)
    {
        var sans = section.Texts("client_allowed_sans");
        if (sans.Count > 0 && auth is not (ClientAuth.RequireAnyClientCert or ClientAuth.RequireAndVerifyClientCert))
        {
            section.Problem(
                "client_allowed_sans",
                "needs client_auth_type RequireAndVerifyClientCert or RequireAnyClientCert: without a certificate there is no name to match");
        }

        return [.. sans.Select(s => s.Value)];
    }

    private static SslProtocols Versions(YamlSection section)
    {
        var least = Version(section, "min_version", 2);
        var most = Version(section, "max_version", 3);
        if (least > most)
        {
            section.Problem("min_version", "is above max_version");
        }

        return (least <= 2 && most >= 2 ? SslProtocols.Tls12 : SslProtocols.None) | (least <= 3 && most >= 3 ? SslProtocols.Tls13 : SslProtocols.None);
    }

    private static int Version(YamlSection section, string key, int otherwise)
    {
        switch (section.Text(key))
        {
            case null:
                return otherwise;
            case "TLS12":
                return 2;
            case "TLS13":
                return 3;
            case "TLS10" or "TLS11" when key == "min_version":
                // Less than what is spoken is no restriction.
                return otherwise;
            case "TLS10" or "TLS11":
                section.Problem(key, "TLS 1.0 and 1.1 are broken and not spoken; use TLS12 or TLS13");
                return otherwise;
            case var other:
                section.Problem(key, $"'{other}' is none of TLS12, TLS13");
                return otherwise;
        }
    }

    private static List<TlsCipherSuite> CipherSuites(YamlSection section, SslProtocols versions)
    {
        var suites = new List<TlsCipherSuite>();
        var named = section.Texts("cipher_suites");
        foreach (var (name, _) in named)
        {
            if (CipherSuiteNames.TryFind(name, out var suite))
            {
                suites.Add(suite);
            }
            else
            {
                section.Problem("cipher_suites", $"'{name}' is none of {CipherSuiteNames.All}");
            }
        }

        if (suites.Count == 0)
        {
            return suites;
        }

        if (OperatingSystem.IsWindows() || OperatingSystem.IsAndroid())
        {
            section.Problem("cipher_suites", "cannot be set on this system; leave it out to use the system's own");
        }

        if (!suites.Exists(s => CipherSuiteNames.Tls13.Contains(s)))
        {
            // The list is about TLS 1.2 then, as in other exporters; it does not switch TLS 1.3 off.
            suites.AddRange(CipherSuiteNames.Tls13);
        }
        else if (versions == SslProtocols.Tls12 && suites.TrueForAll(s => CipherSuiteNames.Tls13.Contains(s)))
        {
            section.Problem("cipher_suites", "has none for TLS 1.2, and max_version allows no other");
        }

        return suites;
    }

    private static void RefuseWhatCannotBe(YamlSection section)
    {
        // Read and without effect, as in other exporters.
        section.Flag("prefer_server_cipher_suites", otherwise: true);

        var curves = section.Texts("curve_preferences");
        foreach (var (curve, _) in curves.Where(c => !Curves.Contains(c.Value)))
        {
            section.Problem("curve_preferences", $"'{curve}' is none of {string.Join(", ", Curves)}");
        }
    }

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];
}
