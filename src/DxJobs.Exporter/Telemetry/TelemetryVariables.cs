using System.Buffers;
using System.Globalization;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Redaction;
using Microsoft.Extensions.Configuration;

namespace DxJobs.Exporter.Telemetry;

/// <summary>
/// Finds what is wrong with OpenTelemetry's variables. The SDK ignores most of it silently, so that nothing ever arrives, and throws on the rest. They are
/// often set for all programs of a cluster (an operator injects them), so that one that cannot be used here is a warning, and what it is for falls back.
/// </summary>
internal static class TelemetryVariables
{
    private static readonly SearchValues<char> HeaderName = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The variables that cannot be used, if anything is exported.</summary>
    /// <param name="variables"><c>OTEL_*</c> by their names.</param>
    public static IEnumerable<ConfigurationProblem> Problems(IConfiguration variables)
    {
        var options = TelemetryOptions.Read(variables);
        string[] off = [.. options.Traces ? [] : (string[])["_TRACES_", "_BSP_"], .. options.Metrics ? [] : (string[])["_METRICS_", "_METRIC_"]];
        return options is { Traces: false, Metrics: false }
            ? All(variables).Where(problem => Exporters.Contains(problem.Source))
            : All(variables).Where(problem => Exporters.Contains(problem.Source) || !off.Any(part => problem.Source.Contains(part, StringComparison.Ordinal)));
    }

    /// <summary>The same variables without those that cannot be used. JSON over HTTP becomes protobuf over HTTP: the same collector takes both.</summary>
    /// <param name="variables"><c>OTEL_*</c> by their names.</param>
    public static IConfiguration Usable(IConfiguration variables)
    {
        var usable = variables.AsEnumerable().ToDictionary(variable => variable.Key, variable => variable.Value);
        foreach (var problem in All(variables).ToList())
        {
            usable[problem.Source] = problem.Source.EndsWith("PROTOCOL", StringComparison.Ordinal) ? FallbackProtocol : null;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(usable.Where(variable => variable.Value is not null)).Build();
    }

    private const string FallbackProtocol = "http/protobuf";

    private static readonly string[] Exporters = ["OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER", "OTEL_LOGS_EXPORTER"];

    private static IEnumerable<ConfigurationProblem> All(IConfiguration variables) =>
        from check in Checks
        from name in check.Names
        let value = variables[name]
        where !string.IsNullOrWhiteSpace(value) && !check.IsGood(value.Trim())
        select new ConfigurationProblem(name, null, "", check.IsSecret
            ? check.MustBe
            : $"'{SettingReader.Truncate(Redactor.WithoutUserInfo(value))}' {check.MustBe}");

    /// <summary>What is checked. Headers hold passwords, so they are never quoted.</summary>
    private static readonly IReadOnlyList<(IReadOnlyList<string> Names, Func<string, bool> IsGood, string MustBe, bool IsSecret)> Checks =
    [
        (Signals("ENDPOINT"), IsUrl, "must be an http or https URL such as http://localhost:4317", false),
        (Signals("PROTOCOL"), value => value is "grpc" or FallbackProtocol, $"must be grpc or http/protobuf; {FallbackProtocol} is used", false),
        (Signals("HEADERS"), AreHeaders, "must be headers such as api-key=secret,tenant=7", true),
        (Signals("TIMEOUT"), IsPositive, "must be a number of milliseconds", false),
        (Exporters, IsKnownExporter, "must be otlp or none: other exporters are not supported", false),
        (["OTEL_BSP_SCHEDULE_DELAY", "OTEL_BSP_EXPORT_TIMEOUT", "OTEL_BSP_MAX_QUEUE_SIZE", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "OTEL_BLRP_SCHEDULE_DELAY",
            "OTEL_BLRP_EXPORT_TIMEOUT", "OTEL_BLRP_MAX_QUEUE_SIZE", "OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_METRIC_EXPORT_TIMEOUT"],
            IsPositive, "must be a whole number from 1 to 2147483647", false),
        (["OTEL_TRACES_SAMPLER"], IsSampler, "is not a sampler of OpenTelemetry", false),
        (["OTEL_SDK_DISABLED"], value => bool.TryParse(value, out _), "must be true or false", false),
    ];

    private static string[] Signals(string setting) =>
        [.. ((string[])["", "TRACES_", "METRICS_", "LOGS_"]).Select(signal => $"OTEL_EXPORTER_OTLP_{signal}{setting}")];

    private static bool IsPositive(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static bool IsSampler(string text) =>
        text is "always_on" or "always_off" or "traceidratio" or "parentbased_always_on" or "parentbased_always_off" or "parentbased_traceidratio";

    private static bool IsKnownExporter(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(name => name is "otlp" or "none" or "prometheus" or "console");

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool AreHeaders(string text) => Uri.UnescapeDataString(text).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(
        header => header.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            && !header.AsSpan(0, at).Trim().ContainsAnyExcept(HeaderName) && !header.AsSpan(at).ContainsAny('\r', '\n', '\0'));
}
