namespace DxJobs.Exporter.Web.Settings;

/// <summary>What came of reading a web configuration: it, or everything that is wrong with it.</summary>
/// <param name="Config">The configuration; null when there are problems.</param>
/// <param name="Problems">All of them, by line.</param>
internal sealed record WebConfigReading(WebConfig? Config, IReadOnlyList<WebConfigProblem> Problems);
