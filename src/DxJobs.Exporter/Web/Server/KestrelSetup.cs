using System.Net;
using DxJobs.Exporter.Web.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace DxJobs.Exporter.Web.Server;

/// <summary>The server's limits, so that floods, slow clients and oversized requests cost them more than us, and its TLS.</summary>
internal static class KestrelSetup
{
    /// <summary>Connections at the same time; more are closed at once.</summary>
    public const int MaxConnections = 512;

    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Sets all of it.</summary>
    /// <param name="kestrel">The server.</param>
    /// <param name="host">A name or address to listen on; empty for all.</param>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="source">The web configuration. TLS is on if it says so now; certificates may change later.</param>
    public static void Configure(KestrelServerOptions kestrel, string host, int port, WebConfigSource source)
    {
        kestrel.AddServerHeader = false;
        Limit(kestrel.Limits);
        var tls = source.Current.Tls is not null;
        switch (host)
        {
            case "":
                kestrel.ListenAnyIP(port, listen => Secure(listen, source, tls));
                break;
            case "localhost":
                kestrel.ListenLocalhost(port, listen => Secure(listen, source, tls));
                break;
            default:
                var address = IPAddress.TryParse(host, out var literal) ? literal : Dns.GetHostAddresses(host)[0];
                kestrel.Listen(address, port, listen => Secure(listen, source, tls));
                break;
        }
    }

    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestBodySize = 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));
        limits.Http2.MaxStreamsPerConnection = 32;
        limits.Http2.MaxRequestHeaderFieldSize = 8 * 1024;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
    }

    private static void Secure(ListenOptions listen, WebConfigSource source, bool tls)
    {
        listen.Protocols = tls ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        if (tls)
        {
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                HandshakeTimeout = HandshakeTimeout,
                OnConnection = _ => ValueTask.FromResult(source.Current.Tls!.Handshake()),
            });
        }
    }
}
