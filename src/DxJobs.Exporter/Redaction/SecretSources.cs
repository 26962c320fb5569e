namespace DxJobs.Exporter.Redaction;

/// <summary>
/// The secrets that this process was given in its environment, in the AWS credentials files and as tokens, for removing them from a text. They are read
/// when a text is to be shown and kept nowhere.
/// </summary>
internal static class SecretSources
{
    /// <summary>Shorter ones are not searched for: they would be found in any text.</summary>
    private const int MinLength = 4;

    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly string[] Variables =
    [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_BEARER_TOKEN_BEDROCK",
    ];

    private static readonly string[] FileVariables = ["AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"];

    private static readonly string[] Keys =
        ["aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token", "accesskey", "secretkey", "external_id"];

    /// <summary>All of them, longest first, so that none leaves a part of another one.</summary>
    /// <param name="variable">Returns an environment variable by name.</param>
    /// <param name="files">The AWS configuration and credentials files.</param>
    public static IReadOnlyList<string> Read(Func<string, string?> variable, IEnumerable<string> files)
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Variables)
        {
            secrets.Add(variable(name)?.Trim() ?? "");
        }

        foreach (var name in FileVariables)
        {
            secrets.Add(Text(variable(name))?.Trim() ?? "");
        }

        foreach (var name in (string[])["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "OTEL_EXPORTER_OTLP_ENDPOINT", "AWS_ENDPOINT_URL"])
        {
            AddPassword(secrets, variable(name));
        }

        foreach (var name in (string[])["OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_METRICS_HEADERS", "OTEL_EXPORTER_OTLP_LOGS_HEADERS"])
        {
            AddHeaders(secrets, variable(name));
        }

        foreach (var file in files)
        {
            AddFile(secrets, Text(file));
        }

        return [.. secrets.Where(secret => secret.Length >= MinLength).OrderByDescending(secret => secret.Length)];
    }

    private static void AddPassword(HashSet<string> secrets, string? url)
    {
        var start = url?.IndexOf("://", StringComparison.Ordinal) is { } scheme and >= 0 ? scheme + 3 : 0;
        if (url?.LastIndexOf('@') is not { } at || at <= start)
        {
            return;
        }

        var userInfo = url[start..at];
        var password = userInfo[(userInfo.IndexOf(':', StringComparison.Ordinal) + 1)..];
        secrets.Add(userInfo);
        secrets.Add(password);
        secrets.Add(Uri.UnescapeDataString(password));
    }

    private static void AddHeaders(HashSet<string> secrets, string? headers)
    {
        foreach (var header in (headers ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var value = header[(header.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
            secrets.Add(value);
            secrets.Add(Uri.UnescapeDataString(value));
        }
    }

    /// <summary>The values of secret keys; of a line that is not one of the file's form, every word.</summary>
    private static void AddFile(HashSet<string> secrets, string? text)
    {
        foreach (var raw in (text ?? "").Split('\n'))
        {
            var line = raw.Trim();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                if (Keys.Contains(line[..equals].Trim().ToLowerInvariant()))
                {
                    secrets.Add(line[(equals + 1)..].Trim());
                }
            }
            else if (line.Length > 0 && line[0] is not ('[' or '#' or ';'))
            {
                foreach (var word in line.Split([' ', '\t', ':', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => !Keys.Contains(word.ToLowerInvariant())))
                {
                    secrets.Add(word);
                }
            }
        }
    }

    private static string? Text(string? path)
    {
        try
        {
            return path is { Length: > 0 } && File.Exists(path) && new FileInfo(path).Length <= MaxBytes ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
