using System.CommandLine;
using System.CommandLine.Parsing;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Logging;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Commands;

/// <summary>The flags that several commands share. What is not on the command line is taken from the environment.</summary>
internal sealed class CommonOptions
{
    private readonly IReadOnlyDictionary<string, string> _environment;

    public CommonOptions(IReadOnlyDictionary<string, string> environment)
    {
        _environment = environment;
        ConfigFile = Option("--config.file", "DXJOBS_CONFIG__FILE", null, "PATH", "The configuration file (YAML or JSON). Without one: a target named \"default\" from the SDK's own chain.", text => text);
        Listen = Option("--web.listen-address", "DXJOBS_WEB__LISTEN_ADDRESS", ":10390", "HOST:PORT", "Where to listen: :10390 for all addresses, or 127.0.0.1:10390, [::1]:10390, a name. Port 0 is any free one.", ListenAddress.TryParse, "an address and a port, such as :10390 or 127.0.0.1:10390");
        TelemetryPath = Option("--web.telemetry-path", "DXJOBS_WEB__TELEMETRY_PATH", "/metrics", "PATH", "The path of the metrics.", Path, "a path such as /metrics, other than those of the exporter's own pages");
        WebConfigFile = Option("--web.config.file", "DXJOBS_WEB__CONFIG__FILE", null, "PATH", "TLS and passwords, in the format of Prometheus's exporter-toolkit.", text => text);
        Level = Option("--log.level", "DXJOBS_LOG__LEVEL", "info", "LEVEL", "The least that is logged: debug, info, warn or error.", text => LogLevels.TryParse(text, out _) ? text : null, "one of debug, info, warn, error");
        Level.CompletionSources.Add("debug", "info", "warn", "error");
        Format = Option("--log.format", "DXJOBS_LOG__FORMAT", "logfmt", "FORMAT", "How it is logged: logfmt or json.", text => text is "logfmt" or "json" ? text : null, "logfmt or json");
        Format.CompletionSources.Add("logfmt", "json");
    }

    public Option<string?> ConfigFile { get; }

    public Option<ListenAddress?> Listen { get; }

    public Option<string?> TelemetryPath { get; }

    public Option<string?> WebConfigFile { get; }

    public Option<string?> Level { get; }

    public Option<string?> Format { get; }

    public Option<bool> Simulate { get; } = new("--simulate") { Description = "Poll the embedded simulator and nothing else: no AWS account, no other set-up." };

    /// <summary>The settings, except for the configuration itself.</summary>
    public ServeSettings Settings(ParseResult line, ExporterOptions options, ConfigurationSources sources) => new()
    {
        Options = options,
        Sources = sources,
        Listen = line.GetValue(Listen)!,
        TelemetryPath = line.GetValue(TelemetryPath)!,
        WebConfigFile = line.GetValue(WebConfigFile),
        LogLevel = LogLevels.TryParse(line.GetValue(Level)!, out var level) ? level : LogLevel.Information,
        LogFormat = line.GetValue(Format) == "json" ? LogFormat.Json : LogFormat.Logfmt,
        Simulate = line.GetValue(Simulate),
    };

    /// <summary>A path that can be asked for and is nobody else's; without a slash at its end, for both are the same to the server.</summary>
    private static string? Path(string text)
    {
        var path = text.EndsWith('/') ? text[..^1] : text;
        return path.Length is > 1 and < 200 && path[0] == '/' && path[1..].Split('/').All(IsSegment)
            && !WebPaths.All.Contains(path, StringComparer.OrdinalIgnoreCase) ? path : null;
    }

    private static bool IsSegment(string text) =>
        text is not ("" or "." or "..") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>An option whose value prints as users write it, for the help shows it as the default.</summary>
    private Option<T?> Option<T>(string name, string variable, string? otherwise, string shown, string description, Func<string, T?> parse, string? mustBe = null)
        where T : class => new(name)
        {
            Description = $"{description} [{variable}]",
            HelpName = shown,
            DefaultValueFactory = result => (_environment.GetValueOrDefault(variable), otherwise) switch
            {
                ({ Length: > 0 } value, _) => Parsed(result, variable, value, parse, mustBe),
                (_, { } value) => parse(value),
                _ => default,
            },
            CustomParser = result => Parsed(result, name, result.Tokens.Count > 0 ? result.Tokens[^1].Value : "", parse, mustBe),
        };

    private static T? Parsed<T>(ArgumentResult result, string from, string text, Func<string, T?> parse, string? mustBe)
        where T : class
    {
        var value = text.Length == 0 ? default : parse(text);
        if (value is null)
        {
            result.AddError(text.Length == 0 ? $"{from} must not be empty" : $"{from}: '{text}' must be {mustBe}");
        }

        return value;
    }
}
