using Amazon.Runtime;

namespace DxJobs.Exporter.Targets;

/// <summary>
/// One pool of connections for all clients: two hundred targets in one region share a handful. Connections are renewed every few minutes,
/// so that a change of DNS is noticed. Redirects are not followed: AWS sends none, and a signature does not survive one.
/// </summary>
internal sealed class PooledHttp : HttpClientFactory
{
    private static readonly SocketsHttpHandler Handler = new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };

    private PooledHttp()
    {
    }

    /// <summary>The one.</summary>
    public static PooledHttp Instance { get; } = new();

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(Handler, disposeHandler: false) { Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan };
}
