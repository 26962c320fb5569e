namespace DxJobs.Exporter.Metrics;

/// <summary>Every metric of the exporter's own: what stands here is exposed, documented and tested, and nothing else is.</summary>
internal static class MetricCatalogue
{
    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [.. JobCatalogue.All, .. PollCatalogue.All, .. ProcessCatalogue.All];

    /// <summary>Those of a target that are read at each scrape, rather than recorded.</summary>
    public static IReadOnlyList<MetricDefinition> Observed { get; } = [.. All.Where(metric => metric.Observe is not null)];
}
