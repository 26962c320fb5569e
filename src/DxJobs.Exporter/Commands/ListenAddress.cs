using System.Globalization;
using System.Net;

namespace DxJobs.Exporter.Commands;

/// <summary>Where to listen, as Prometheus's programs write it: <c>:10390</c>, <c>127.0.0.1:10390</c>, <c>[::1]:10390</c>, <c>localhost:10390</c>.</summary>
/// <param name="Host">A name or address; empty for all addresses.</param>
/// <param name="Port">The port, 0 to 65535; 0 for any free one.</param>
internal sealed record ListenAddress(string Host, int Port)
{
    /// <summary>Reads one, if it is one.</summary>
    public static ListenAddress? TryParse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0 || !int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > IPEndPoint.MaxPort)
        {
            return null;
        }

        var host = text[..colon];
        if (host.StartsWith('[') && host.EndsWith(']'))
        {
            return IPAddress.TryParse(host[1..^1], out _) ? new ListenAddress(host[1..^1], port) : null;
        }

        if (host == "localhost" && port == 0)
        {
            // Two addresses, and no port is known to be free at both.
            return null;
        }

        return host.Length == 0 || (Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4) ? new ListenAddress(host, port) : null;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
