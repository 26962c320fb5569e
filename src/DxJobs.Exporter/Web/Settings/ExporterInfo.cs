namespace DxJobs.Exporter.Web.Settings;

/// <summary>What the pages say of the exporter itself.</summary>
/// <param name="Version">Its version.</param>
/// <param name="TelemetryPath">Where the metrics are: a path that starts with <c>/</c>.</param>
internal sealed record ExporterInfo(string Version, string TelemetryPath);
