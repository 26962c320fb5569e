namespace DxJobs.Exporter.Metrics;

/// <summary>One series' value now.</summary>
/// <param name="Value">The number.</param>
/// <param name="Labels">The values of the metric's own labels, in the order of <see cref="MetricDefinition.Labels"/>.</param>
internal readonly record struct Sample(double Value, string[] Labels);
