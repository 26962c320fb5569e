namespace DxJobs.Exporter.Aws.Http;

/// <summary>
/// The pool of connections to AWS, with the certificate authorities of <c>AWS_CA_BUNDLE</c>. The file is read again when it changes, so that
/// one that appears late or is renewed needs no restart.
/// </summary>
internal sealed class AwsHttpHandler : HttpMessageHandler
{
    private readonly Func<string?> _bundle;
    private readonly Lock _gate = new();
    private (string? Path, DateTime ChangedAt, long Length) _seen;
    private HttpMessageInvoker? _connections;

    /// <summary>Connects on demand.</summary>
    /// <param name="bundle">Returns the path of the bundle; null for the system's authorities.</param>
    public AwsHttpHandler(Func<string?> bundle) => _bundle = bundle;

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Connections().SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _connections?.Dispose();
        }

        base.Dispose(disposing);
    }

    private HttpMessageInvoker Connections()
    {
        lock (_gate)
        {
            var now = Stamp(_bundle());
            if (_connections is null || now != _seen)
            {
                // The former connections end with the requests that still use them.
                _connections = new HttpMessageInvoker(Open(now.Path));
                _seen = now;
            }

            return _connections;
        }
    }

    private static (string? Path, DateTime ChangedAt, long Length) Stamp(string? path) =>
        string.IsNullOrWhiteSpace(path) ? default : new FileInfo(path.Trim()) is { Exists: true } file ? (path, file.LastWriteTimeUtc, file.Length) : (path, default, 0);

    private static SocketsHttpHandler Open(string? bundle) => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        SslOptions = CertificateBundle.ClientOptions(bundle),
        UseCookies = false,
    };
}
