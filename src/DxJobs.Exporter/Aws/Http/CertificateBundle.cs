using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DxJobs.Core.Failures;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Aws.Http;

/// <summary>
/// The certificate authorities of <c>AWS_CA_BUNDLE</c>. As with the AWS CLI they replace those of the system for calls to AWS.
/// </summary>
internal static class CertificateBundle
{
    /// <summary>The variable.</summary>
    public const string Variable = "AWS_CA_BUNDLE";

    /// <summary>Larger than the bundle of any distribution.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The TLS options of a client, with the authorities of a PEM file; the system's where there is no file.</summary>
    /// <param name="path">The file; null or empty for none.</param>
    /// <exception cref="CertificateBundleException">The file cannot be read or has no certificate.</exception>
    public static SslClientAuthenticationOptions ClientOptions(string? path)
    {
        var options = new SslClientAuthenticationOptions();
        if (string.IsNullOrWhiteSpace(path))
        {
            return options;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(Load(path.Trim()));
        options.CertificateChainPolicy = policy;
        return options;
    }

    private static X509Certificate2Collection Load(string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(BoundedFile.ReadText(path, MaxBytes));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CertificateBundleException($"{Variable} names the file {path}, which does not exist", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CertificateBundleException($"{Variable} names the file {path}, which cannot be read", e);
        }
        catch (CryptographicException e)
        {
            throw new CertificateBundleException($"{Variable} names the file {path}, which has a damaged certificate", e);
        }

        return certificates.Count > 0
            ? certificates
            : throw new CertificateBundleException($"{Variable} names the file {path}, which has no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
    }
}
