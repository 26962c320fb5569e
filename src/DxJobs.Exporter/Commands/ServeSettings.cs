using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Logging;

namespace DxJobs.Exporter.Commands;

/// <summary>What <c>serve</c>, <c>once</c> and <c>check-config</c> are told.</summary>
internal sealed record ServeSettings
{
    /// <summary>The configuration as it is now.</summary>
    public required ExporterOptions Options { get; init; }

    /// <summary>Where to read it again.</summary>
    public required ConfigurationSources Sources { get; init; }

    /// <summary>Where to listen.</summary>
    public required ListenAddress Listen { get; init; }

    /// <summary>The path of the metrics.</summary>
    public required string TelemetryPath { get; init; }

    /// <summary>The web configuration file; null for none.</summary>
    public string? WebConfigFile { get; init; }

    /// <summary>The least grave that is logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>How log lines look.</summary>
    public LogFormat LogFormat { get; init; }

    /// <summary>Whether the embedded simulator is the only target.</summary>
    public bool Simulate { get; init; }
}
