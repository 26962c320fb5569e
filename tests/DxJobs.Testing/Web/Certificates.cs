using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DxJobs.Testing.Web;

/// <summary>A small certificate authority in a folder of its own, gone with the test.</summary>
internal sealed class Certificates : IDisposable
{
    private static readonly DateTimeOffset From = DateTimeOffset.Parse("2020-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly DateTimeOffset To = From.AddYears(80);

    public string Folder { get; } = Directory.CreateTempSubdirectory("dxjobs-web-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file and says where it is.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>A certificate authority; <c>name.pem</c> holds it.</summary>
    public X509Certificate2 Authority(string name, string? subject = null, X509Certificate2? issuer = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={subject ?? name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (issuer is null)
        {
            var root = request.CreateSelfSigned(From, To);
            Write(name + ".pem", root.ExportCertificatePem());
            return root;
        }

        using var signed = request.Create(issuer, From, To, RandomNumberGenerator.GetBytes(8));
        Write(name + ".pem", signed.ExportCertificatePem());
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>A certificate for a server or client; <c>name.pem</c> and <c>name.key</c> hold it, the pem followed by further ones.</summary>
    public X509Certificate2 Leaf(
        string name, X509Certificate2 issuer, string purpose = ServerAuthentication, DateTimeOffset? until = null, Action<SubjectAlternativeNameBuilder>? names = null, bool namesIssuersKey = true, params X509Certificate2[] chain)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var alternative = new SubjectAlternativeNameBuilder();
        alternative.AddDnsName(name + ".example");
        alternative.AddIpAddress(IPAddress.Loopback);
        names?.Invoke(alternative);
        request.CertificateExtensions.Add(alternative.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        if (namesIssuersKey)
        {
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        }

        using var certificate = request.Create(issuer, From.AddDays(1), until ?? To.AddDays(-1), RandomNumberGenerator.GetBytes(8));
        Write(name + ".pem", certificate.ExportCertificatePem() + "\n" + string.Concat(chain.Select(c => c.ExportCertificatePem() + "\n")));
        Write(name + ".key", key.ExportPkcs8PrivateKeyPem());
        return certificate.CopyWithPrivateKey(key);
    }

    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
