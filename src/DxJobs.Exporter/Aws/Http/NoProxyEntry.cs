using System.Globalization;
using System.Net;

namespace DxJobs.Exporter.Aws.Http;

/// <summary>One entry of <c>NO_PROXY</c>.</summary>
internal sealed class NoProxyEntry
{
    private readonly IPNetwork? _network;
    private readonly string _suffix = "";
    private readonly bool _matchesSuffixItself;
    private readonly bool _matchesEverything;
    private readonly int? _port;

    private NoProxyEntry(string text)
    {
        if (text == "*")
        {
            _matchesEverything = true;
            return;
        }

        if (ParseNetwork(text) is { } network)
        {
            _network = network;
            return;
        }

        (var host, _port) = SplitPort(text);
        if (IPAddress.TryParse(host, out var address))
        {
            _network = Single(Unmapped(address));
            return;
        }

        // A leading dot is optional for curl: ".example.com" matches example.com itself. "*.example.com" is Go's spelling of subdomains only.
        _matchesSuffixItself = !host.StartsWith("*.", StringComparison.Ordinal);
        _suffix = "." + host.TrimStart('*').Trim('.');
    }

    /// <summary>Parses an entry; null if it is empty.</summary>
    public static NoProxyEntry? Parse(string text) => text.Trim() is { Length: > 0 } entry && entry.Trim('.', '*') is var rest && (rest.Length > 0 || entry == "*")
        ? new NoProxyEntry(entry)
        : null;

    /// <summary>Whether requests to this host and port bypass the proxy.</summary>
    /// <param name="host">The host, without brackets or trailing dot.</param>
    /// <param name="address">The host as an address; null if it is a name.</param>
    /// <param name="port">The port.</param>
    public bool Matches(string host, IPAddress? address, int port)
    {
        if (_matchesEverything)
        {
            return true;
        }

        if (_port is { } only && only != port)
        {
            return false;
        }

        if (_network is { } network)
        {
            return address is not null && network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address);
        }

        return address is null
            && (host.EndsWith(_suffix, StringComparison.OrdinalIgnoreCase)
                || (_matchesSuffixItself && host.AsSpan().Equals(_suffix.AsSpan(1), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>An IPv4 address mapped into IPv6 as IPv4.</summary>
    public static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork? ParseNetwork(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !IPAddress.TryParse(text.AsSpan(0, slash), out var address)
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return null;
        }

        // Host bits may be set (10.1.2.3/8), which IPNetwork does not accept.
        var bytes = address.GetAddressBytes();
        if (length > bytes.Length * 8)
        {
            return null;
        }

        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), length);
    }

    private static IPNetwork Single(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);

    private static (string Host, int? Port) SplitPort(string text)
    {
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            return end < 0 ? (text, null) : (text[1..end], ParsePort(text.AsSpan(end + 1)));
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || colon != text.LastIndexOf(':') || ParsePort(text.AsSpan(colon)) is not { } port ? (text, null) : (text[..colon], port);
    }

    private static int? ParsePort(ReadOnlySpan<char> text) =>
        text.StartsWith(":") && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
}
