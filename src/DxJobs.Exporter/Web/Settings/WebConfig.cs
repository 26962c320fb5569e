namespace DxJobs.Exporter.Web.Settings;

/// <summary>The file behind <c>--web.config.file</c>, in the format that Prometheus's exporters share. An empty one means plain HTTP for everybody.</summary>
internal sealed record WebConfig
{
    /// <summary>TLS; null for plain HTTP.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>Whether HTTP/2 is offered; only ever over TLS. Default true.</summary>
    public bool Http2 { get; init; } = true;

    /// <summary>Headers on every answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Users with the bcrypt hashes of their passwords; empty: nobody is asked who they are.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>();

    /// <summary>The rate limit, if there is one.</summary>
    public RateLimitSettings? RateLimit { get; init; }
}
