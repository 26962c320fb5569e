namespace DxJobs.Exporter.Web;

/// <summary>What the pages say of the exporter itself.</summary>
/// <param name="Version">Its version.</param>
/// <param name="TelemetryPath">Where the metrics are: a path that starts with <c>/</c>.</param>
internal sealed record WebAbout(string Version, string TelemetryPath);
