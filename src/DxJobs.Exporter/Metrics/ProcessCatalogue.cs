namespace DxJobs.Exporter.Metrics;

/// <summary>The metrics of the exporter itself.</summary>
internal static class ProcessCatalogue
{
    /// <summary>Whether the configuration in force is the newest.</summary>
    public static MetricDefinition ConfigReload { get; } = new()
    {
        Name = "dxjobs_config_last_reload_successful",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Process,
        ZeroFilled = true,
        Help = "1 if the last configuration that was read is in force, 0 if it was refused and the one before still is.",
        Example = "dxjobs_config_last_reload_successful == 0",
        Cardinality = "1 in all",
    };

    /// <summary>The configured interval, for alerts that hold at any interval.</summary>
    public static MetricDefinition PollInterval { get; } = new()
    {
        Name = "dxjobs_poll_interval_seconds",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Process,
        ZeroFilled = true,
        Help = "Configured poll.interval.",
        Example = "max by (job) (dxjobs_poll_interval_seconds)",
        Cardinality = "1 in all",
    };

    /// <summary>The configured timeout, for an alert on polls close to it.</summary>
    public static MetricDefinition PollTimeout { get; } = new()
    {
        Name = "dxjobs_poll_timeout_seconds",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Process,
        ZeroFilled = true,
        Help = "Configured poll.timeout.",
        Example = "max by (job) (dxjobs_poll_timeout_seconds)",
        Cardinality = "1 in all",
    };

    /// <summary>Which build it is.</summary>
    public static MetricDefinition Build { get; } = new()
    {
        Name = "dxjobs_build_info",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Process,
        Labels = ["version", "revision"],
        ZeroFilled = true,
        Help = "Always 1; the labels tell which build of the exporter this is.",
        Example = "count by (version) (dxjobs_build_info)",
        Cardinality = "1 in all",
    };

    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [ConfigReload, PollInterval, PollTimeout, Build];
}
