using System.Diagnostics;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Tracing;

/// <summary>Where the exporter's own spans come from.</summary>
internal static class ExporterActivitySource
{
    /// <summary>The name that a tracer provider subscribes to.</summary>
    public const string Name = "DxJobs.Exporter";

    /// <summary>The source.</summary>
    public static ActivitySource Source { get; } = new(Name, BuildInfo.Version);
}
