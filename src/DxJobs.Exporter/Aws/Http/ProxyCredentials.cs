using System.Net;

namespace DxJobs.Exporter.Aws.Http;

/// <summary>User names and passwords by proxy.</summary>
internal sealed class ProxyCredentials : ICredentials
{
    private readonly Dictionary<string, NetworkCredential> _byAuthority = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds those of a proxy.</summary>
    public void Add(Uri proxy, NetworkCredential credential) => _byAuthority[proxy.Authority] = credential;

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType) => _byAuthority.GetValueOrDefault(uri.Authority);
}
