using System.Collections;
using Microsoft.Extensions.Configuration;

namespace DxJobs.Exporter.Telemetry;

/// <summary>What OpenTelemetry's standard variables ask of the exporter beyond its scrape endpoint, which is always there.</summary>
/// <param name="Traces">Whether spans are exported by OTLP.</param>
/// <param name="Metrics">Whether metrics are exported by OTLP, too.</param>
internal readonly record struct TelemetryOptions(bool Traces, bool Metrics)
{
    /// <summary>The variables of the process's environment, without those that cannot be used.</summary>
    public static IConfiguration Environment { get; } = TelemetryVariables.Usable(Named(System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().Select(variable => new KeyValuePair<string, string>((string)variable.Key, (string?)variable.Value ?? ""))));

    /// <summary>OpenTelemetry's variables among others. Names count as they are: other programs' may differ in case only.</summary>
    public static IConfiguration Named(IEnumerable<KeyValuePair<string, string>> environment) => new ConfigurationBuilder()
        .AddInMemoryCollection(environment
            .Where(variable => variable.Key.StartsWith("OTEL_", StringComparison.Ordinal) && !variable.Key.Any(char.IsAsciiLetterLower))
            .Select(variable => new KeyValuePair<string, string?>(variable.Key, variable.Value)))
        .Build();

    /// <summary>
    /// Spans go out when a variable says where to and none says no; metrics when one says where metrics go or asks for them by name:
    /// whoever scrapes them already would not want them twice because of a variable meant for spans.
    /// </summary>
    /// <param name="variables"><c>OTEL_*</c> by their names.</param>
    public static TelemetryOptions Read(IConfiguration variables)
    {
        var disabled = bool.TryParse(variables["OTEL_SDK_DISABLED"], out var value) && value;
        var traces = Exporter(variables, "OTEL_TRACES_EXPORTER") is null or "otlp"
            && (IsSet(variables, "OTEL_EXPORTER_OTLP_ENDPOINT") || IsSet(variables, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));
        var metrics = Exporter(variables, "OTEL_METRICS_EXPORTER") is var named
            && (named == "otlp" || (named is null && IsSet(variables, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT")));
        return new TelemetryOptions(traces && !disabled, metrics && !disabled);
    }

    private static bool IsSet(IConfiguration variables, string name) => !string.IsNullOrWhiteSpace(variables[name]);

    /// <summary>The exporter named; of several, OTLP if it is one of them.</summary>
    private static string? Exporter(IConfiguration variables, string name)
    {
        var names = variables[name]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return names.Length == 0 ? null : names.Contains("otlp") ? "otlp" : names[0];
    }
}
