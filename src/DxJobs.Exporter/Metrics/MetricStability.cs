namespace DxJobs.Exporter.Metrics;

/// <summary>What users may rely on.</summary>
internal enum MetricStability
{
    /// <summary>Name, kind, labels and meaning may still change in any release.</summary>
    Experimental,

    /// <summary>Name, kind, labels and meaning change only in a major release, with a note in the change log.</summary>
    Stable,
}
