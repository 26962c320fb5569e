using System.Buffers;
using DxJobs.Exporter.Configuration;
using Microsoft.Extensions.Configuration;

namespace DxJobs.Exporter.Telemetry;

/// <summary>
/// Finds what is wrong with the variables that say where spans and metrics go by OTLP. The SDK passes over most of it in silence, so that nothing
/// ever arrives, and falls over the rest with a stack trace.
/// </summary>
internal static class TelemetryVariables
{
    private static readonly SearchValues<char> HeaderName = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>All that is wrong; nothing where nothing is exported.</summary>
    /// <param name="variables"><c>OTEL_*</c> by their names.</param>
    public static IEnumerable<ConfigurationProblem> Problems(IConfiguration variables)
    {
        var options = TelemetryOptions.Read(variables);
        string[] signals = [.. options.Traces ? ["TRACES_"] : (string[])[], .. options.Metrics ? ["METRICS_"] : (string[])[]];
        return from signal in signals.Length == 0 ? [] : signals.Prepend("")
               from check in Checks
               let name = $"OTEL_EXPORTER_OTLP_{signal}{check.Setting}"
               let value = variables[name]
               where !string.IsNullOrWhiteSpace(value) && !check.IsGood(value.Trim())
               select new ConfigurationProblem(name, null, "", check.Setting == "HEADERS" ? check.MustBe : $"'{SettingReader.Truncate(value)}' {check.MustBe}");
    }

    /// <summary>What is checked. Headers hold passwords, so they are never quoted.</summary>
    private static readonly IReadOnlyList<(string Setting, Func<string, bool> IsGood, string MustBe)> Checks =
    [
        ("ENDPOINT", IsUrl, "must be an http or https URL such as http://localhost:4317"),
        ("PROTOCOL", value => value is "grpc" or "http/protobuf", "must be grpc or http/protobuf"),
        ("HEADERS", AreHeaders, "must be headers such as api-key=secret,tenant=7"),
    ];

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool AreHeaders(string text) => Uri.UnescapeDataString(text).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(
        header => header.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            && !header.AsSpan(0, at).Trim().ContainsAnyExcept(HeaderName) && !header.AsSpan(at).ContainsAny('\r', '\n', '\0'));
}
