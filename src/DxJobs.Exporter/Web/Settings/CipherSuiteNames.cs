using System.Net.Security;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>The cipher suites that may be named, under the names that Prometheus's exporters know them by. Broken ones are not among them.</summary>
internal static class CipherSuiteNames
{
    private static readonly TlsCipherSuite[] Tls12 =
    [
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
    ];

    /// <summary>Those of TLS 1.3, in the order used when none of them is named.</summary>
    public static readonly IReadOnlyList<TlsCipherSuite> Tls13 =
    [
        TlsCipherSuite.TLS_AES_128_GCM_SHA256, TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
    ];

    private static readonly Dictionary<string, TlsCipherSuite> ByName = Tls12.Concat(Tls13).ToDictionary(s => s.ToString());

    /// <summary>The names, for messages.</summary>
    public static string All => string.Join(", ", ByName.Keys);

    /// <summary>Whether HTTP/2 over TLS 1.2 is allowed with it: browsers refuse others.</summary>
    public static bool FitsHttp2(TlsCipherSuite suite) =>
        suite is TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 or TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256;

    /// <summary>Finds one by name.</summary>
    public static bool TryFind(string name, out TlsCipherSuite suite) => ByName.TryGetValue(name, out suite);
}
