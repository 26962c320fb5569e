using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Security;

/// <summary>Judges the certificates of clients. The system's own authorities have no say: only those of <c>client_ca_file</c> do.</summary>
/// <param name="mode">What is asked of clients.</param>
/// <param name="authorities">The certificates of <c>client_ca_file</c>.</param>
/// <param name="allowedNames">Names of which one must be in the certificate; empty for any.</param>
/// <param name="time">The clock for validity.</param>
internal sealed class ClientCertificateCheck(ClientAuth mode, X509Certificate2Collection authorities, IReadOnlyList<string> allowedNames, TimeProvider time)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Whether clients are asked for a certificate at all.</summary>
    public bool Requests => mode != ClientAuth.NoClientCert;

    /// <summary>Whether a client without one is turned away.</summary>
    public bool Requires => mode is ClientAuth.RequireAnyClientCert or ClientAuth.RequireAndVerifyClientCert;

    /// <summary>Whether this client may go on.</summary>
    /// <param name="certificate">What it showed; null for nothing.</param>
    /// <param name="sent">The further certificates that it sent, to build a chain from.</param>
    public bool Accepts(X509Certificate2? certificate, X509Certificate2Collection sent)
    {
        if (certificate is null)
        {
            return !Requires;
        }

        var verified = mode is not (ClientAuth.VerifyClientCertIfGiven or ClientAuth.RequireAndVerifyClientCert) || Verifies(certificate, sent);
        return verified && (allowedNames.Count == 0 || SubjectNames.Of(certificate).Any(allowedNames.Contains));
    }

    private bool IsListed(X509Certificate2 certificate) =>
        authorities.Any(a => a.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span));

    private bool Verifies(X509Certificate2 certificate, X509Certificate2Collection sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.GetUtcNow().UtcDateTime;

        // An intermediate authority may be trusted on its own, as elsewhere; .NET calls such a chain partial. Signatures, dates and uses
        // are still checked, and one of the listed authorities must be in the chain.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        return chain.Build(certificate) && chain.ChainElements.Any(e => IsListed(e.Certificate));
    }
}
