using System.Collections.Concurrent;
using System.Net;

namespace DxJobs.Exporter.Aws.Http;

/// <summary>
/// The proxies of <c>HTTP_PROXY</c>, <c>HTTPS_PROXY</c> and <c>ALL_PROXY</c> (or in lower case, which takes precedence), except for the hosts of
/// <c>NO_PROXY</c>. Installed for the whole process, because the AWS SDK's metadata clients and the OTLP exporter use .NET's default, which ignores
/// <c>*</c>, networks and ports in <c>NO_PROXY</c>. The URLs returned never have a user name or password.
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    private static readonly ConcurrentDictionary<string, byte> Direct = new(StringComparer.OrdinalIgnoreCase);

    private readonly Uri? _http;
    private readonly Uri? _https;
    private readonly NoProxyList _noProxy;

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">Returns a variable's value by name; null if it is not set.</param>
    public EnvironmentProxy(Func<string, string?> variable)
    {
        var credentials = new ProxyCredentials();
        var all = Read(variable, "all_proxy", credentials);
        _http = Read(variable, "http_proxy", credentials) ?? all;
        _https = Read(variable, "https_proxy", credentials) ?? all;
        _noProxy = new NoProxyList(Value(variable, "no_proxy"));
        Credentials = credentials;
    }

    /// <inheritdoc/>
    public ICredentials? Credentials { get; set; }

    /// <summary>The variables that cannot be used, without their values: they may hold a password.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Makes it the process's default; returns the variables that cannot be used.</summary>
    public static IReadOnlyList<string> Install()
    {
        var proxy = new EnvironmentProxy(Environment.GetEnvironmentVariable);
        HttpClient.DefaultProxy = proxy;
        return proxy.Problems;
    }

    /// <summary>Never uses a proxy for this server: it is part of this process.</summary>
    public static void Bypass(Uri server) => Direct.TryAdd(server.Authority, 0);

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) =>
        IsBypassed(destination) ? null : destination.Scheme is "https" or "wss" ? _https : _http;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) =>
        (host.Scheme is "https" or "wss" ? _https : _http) is null || Direct.ContainsKey(host.Authority) || _noProxy.Contains(host);

    /// <summary>Parses a proxy's URL; without a scheme it is an HTTP proxy. Null if it is not a URL.</summary>
    internal static (Uri Url, NetworkCredential? Credentials)? Parse(string text)
    {
        var full = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        var scheme = full[..full.IndexOf("://", StringComparison.Ordinal)].ToLowerInvariant();
        scheme = scheme switch
        {
            "socks5h" or "socks" => "socks5",
            _ => scheme,
        };

        // The user name and password come off first: one that is not percent-encoded (p@ss/word) is not a valid URL.
        var rest = full[(full.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var at = rest.LastIndexOf('@');
        var userInfo = at < 0 ? "" : rest[..at];
        if (!Schemes.Contains(scheme) || !Uri.TryCreate($"{scheme}://{rest[(at + 1)..]}", UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            return null;
        }

        var colon = userInfo.IndexOf(':', StringComparison.Ordinal);
        var credentials = userInfo.Length == 0
            ? null
            : colon < 0
                ? new NetworkCredential(Uri.UnescapeDataString(userInfo), "")
                : new NetworkCredential(Uri.UnescapeDataString(userInfo[..colon]), Uri.UnescapeDataString(userInfo[(colon + 1)..]));
        return (new UriBuilder(url.Scheme, url.Host, url.IsDefaultPort && url.Scheme.StartsWith("socks", StringComparison.Ordinal) ? 1080 : url.Port).Uri, credentials);
    }

    private Uri? Read(Func<string, string?> variable, string name, ProxyCredentials credentials)
    {
        if (Value(variable, name) is not { } text)
        {
            return null;
        }

        if (Parse(text) is not var (url, credential))
        {
            Problems.Add($"{name.ToUpperInvariant()}: not the URL of a proxy, such as http://proxy.example:3128; it is ignored");
            return null;
        }

        if (credential is not null)
        {
            credentials.Add(url, credential);
        }

        return url;
    }

    private static string? Value(Func<string, string?> variable, string name) =>
        variable(name)?.Trim() is { Length: > 0 } lower ? lower : variable(name.ToUpperInvariant())?.Trim() is { Length: > 0 } upper ? upper : null;
}
