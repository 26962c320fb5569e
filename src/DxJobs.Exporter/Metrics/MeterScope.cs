namespace DxJobs.Exporter.Metrics;

/// <summary>Tells one exporter's meters from another's in the same process: meters are found by name, process-wide, and tests run side by side.</summary>
internal sealed class MeterScope;
