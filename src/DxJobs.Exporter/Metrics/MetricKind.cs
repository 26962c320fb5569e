namespace DxJobs.Exporter.Metrics;

/// <summary>What Prometheus calls a metric's type.</summary>
internal enum MetricKind
{
    /// <summary>A number that goes up and down.</summary>
    Gauge,

    /// <summary>A number that only grows while the process lives.</summary>
    Counter,

    /// <summary>Counts of observations by size, with their sum.</summary>
    Histogram,
}
