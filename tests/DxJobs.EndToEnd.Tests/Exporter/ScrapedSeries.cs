namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>One series of a scrape.</summary>
/// <param name="Metric">Its metric's name.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Value">Its value.</param>
internal sealed record ScrapedSeries(string Metric, IReadOnlyDictionary<string, string> Labels, double Value);
