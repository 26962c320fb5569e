using System.Net;

namespace DxJobs.Exporter.Aws.Http;

/// <summary>
/// The hosts of <c>NO_PROXY</c>: what curl and Go's HTTP client accept. Entries are separated by commas or white space: <c>*</c> for everything, an
/// address or network (<c>10.0.0.0/8</c>), a domain with its subdomains (<c>example.com</c>, <c>.example.com</c>), subdomains only
/// (<c>*.example.com</c>); each but <c>*</c> and networks with an optional port.
/// </summary>
/// <param name="text">The variable's value.</param>
internal sealed class NoProxyList(string? text)
{
    private readonly IReadOnlyList<NoProxyEntry> _entries =
        [.. (text ?? "").Split([',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(NoProxyEntry.Parse).OfType<NoProxyEntry>()];

    /// <summary>Whether requests to this URL bypass the proxy.</summary>
    public bool Contains(Uri url)
    {
        var host = url.IdnHost.Trim('[', ']').TrimEnd('.');
        var address = IPAddress.TryParse(host, out var literal) ? NoProxyEntry.Unmapped(literal) : null;
        return _entries.Any(entry => entry.Matches(host, address, url.Port));
    }
}
