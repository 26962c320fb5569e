using System.Globalization;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using DxJobs.Core.Utilities;
using YamlDotNet.RepresentationModel;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>Reads the text of a web configuration, all problems at once. Files that it names are looked at later.</summary>
internal static partial class WebConfigReader
{
    /// <summary>A bcrypt hash that costs more would keep a scrape waiting for longer than scrapes wait.</summary>
    private const int MaxCost = 16;

    private static readonly Dictionary<string, string[]> HeaderValues = new()
    {
        ["Content-Security-Policy"] = [],
        ["X-Frame-Options"] = ["deny", "sameorigin"],
        ["X-Content-Type-Options"] = ["nosniff"],
        ["X-XSS-Protection"] = [],
        ["Strict-Transport-Security"] = [],
    };

    /// <summary>Reads it.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="directory">The file's own directory, which relative paths in it are relative to.</param>
    public static WebConfigReading Read(string text, string directory)
    {
        var problems = new List<WebConfigProblem>();
        var config = YamlDocumentReader.Read(text, problems) is { } root ? Read(root, directory) : new WebConfig();
        return problems.Count == 0 ? new WebConfigReading(config, []) : new WebConfigReading(null, [.. problems.OrderBy(p => p.Line)]);
    }

    private static WebConfig Read(YamlSection root, string directory)
    {
        var tlsSection = root.Section("tls_server_config");
        var tls = tlsSection is null ? null : TlsSectionReader.Read(tlsSection, directory);
        var http = root.Section("http_server_config");
        var http2 = http?.Flag("http2", otherwise: true) ?? true;
        var headers = Headers(http?.Section("headers"));
        http?.RejectUnknownKeys();
        var users = Users(root.Section("basic_auth_users"));
        var rate = Rate(root.Section("rate_limit"));
        root.RejectUnknownKeys();
        var limited = tls is { CipherSuites.Count: > 0 } && tls.Versions.HasFlag(SslProtocols.Tls12);
        if (http2 && limited && !tls!.CipherSuites.Any(CipherSuiteNames.FitsHttp2))
        {
            tlsSection!.Problem(
                "cipher_suites",
                "HTTP/2 needs TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 or TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 among them; "
                    + "add one, or set http_server_config.http2 to false");
        }

        return new WebConfig { Tls = tls, Http2 = http2, Headers = headers, Users = users, RateLimit = rate };
    }

    private static Dictionary<string, string> Headers(YamlSection? section)
    {
        var headers = new Dictionary<string, string>();
        if (section is null)
        {
            return headers;
        }

        foreach (var (name, allowed) in HeaderValues)
        {
            if (section.Text(name) is not { Length: > 0 } value)
            {
                continue;
            }

            if (allowed.Length > 0 && !allowed.Contains(value))
            {
                section.Problem(name, $"'{value}' is none of {string.Join(", ", allowed)}");
            }
            else if (value.Any(c => c is < ' ' or > '~'))
            {
                section.Problem(name, "must be printable ASCII on one line");
            }

            headers[name] = value;
        }

        section.RejectUnknownKeys();
        return headers;
    }

    private static Dictionary<string, string> Users(YamlSection? section)
    {
        var users = new Dictionary<string, string>();
        foreach (var (name, _, node) in section?.Pairs ?? [])
        {
            var hash = (node as YamlScalarNode)?.Value ?? "";
            var match = BcryptHash.Match(hash);
            if (name.Contains(':', StringComparison.Ordinal))
            {
                section!.Problem(name, "a user's name cannot contain a colon: basic auth ends it there");
            }
            else if (!match.Success)
            {
                // The value is not shown: it may well be the password itself.
                section!.Problem(name, "must be a bcrypt hash, such as `htpasswd -nBC 10 \"\"` makes: $2a$, $2b$ or $2y$, a cost, and 53 characters");
            }
            else if (int.Parse(match.Groups["cost"].ValueSpan, CultureInfo.InvariantCulture) is < 4 or > MaxCost)
            {
                section!.Problem(name, $"the bcrypt hash's cost must be 4 to {MaxCost}; 10 is usual, and each step more doubles the time");
            }
            else
            {
                users[name] = hash;
            }
        }

        return users;
    }

    private static RateLimitSettings? Rate(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var interval = TimeSpan.Zero;
        if (section.Text("interval") is { } text && !PrometheusDuration.TryParse(text, out interval))
        {
            section.Problem("interval", $"'{text}' is not a duration such as 1s or 100ms");
        }

        var burst = 0;
        var given = section.Text("burst");
        var understood = given is null || int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out burst);
        if (!understood || (interval > TimeSpan.Zero && burst < 1))
        {
            section.Problem("burst", "must be a whole number of requests, at least 1");
        }

        section.RejectUnknownKeys();
        return interval > TimeSpan.Zero ? new RateLimitSettings(interval, burst) : null;
    }

    [GeneratedRegex(@"^\$2[aby]\$(?<cost>[0-9]{2})\$[./A-Za-z0-9]{53}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BcryptHash { get; }
}
