namespace DxJobs.EndToEnd.Tests.Prometheus;

/// <summary>What the exporter exposes: the public list of its metrics, written down independently of its code.</summary>
internal static class KnownMetrics
{
    /// <summary>The exporter's own, without the runtime's.</summary>
    public static IReadOnlyList<KnownMetric> Own { get; } =
    [
        Jobs("aws_dataexchange_jobs", "gauge", "state", "type"),
        Jobs("aws_dataexchange_job_errors", "gauge", "type", "code"),
        Jobs("aws_dataexchange_job_error_resources", "gauge", "code", "resource_type"),
        Jobs("aws_dataexchange_job_limit_breaches", "gauge", "type", "limit_name"),
        Jobs("aws_dataexchange_job_limit_value", "gauge", "limit_name"),
        Jobs("aws_dataexchange_recently_finished_jobs", "gauge", "state", "type", "window"),
        Jobs("aws_dataexchange_consecutive_failures", "gauge", "type"),
        Jobs("aws_dataexchange_oldest_job_created_timestamp_seconds", "gauge", "state", "type"),
        Jobs("aws_dataexchange_oldest_job_updated_timestamp_seconds", "gauge", "state", "type"),
        Jobs("aws_dataexchange_abandoned_jobs", "gauge", "state", "type"),
        Jobs("aws_dataexchange_last_job_finished_timestamp_seconds", "gauge", "state", "type"),
        Jobs("aws_dataexchange_finished_jobs_total", "counter", "state", "type"),
        Jobs("aws_dataexchange_finished_job_errors_total", "counter", "type", "code"),
        Jobs("aws_dataexchange_finished_job_limit_breaches_total", "counter", "type", "limit_name"),
        Jobs("aws_dataexchange_job_duration_seconds", "histogram", "state", "type"),
        Jobs("aws_dataexchange_auto_export_jobs", "gauge", "state"),
        Jobs("aws_dataexchange_finished_auto_export_jobs_total", "counter", "state"),
        Jobs("aws_dataexchange_data_set_info", "gauge", "data_set_id", "data_set_name", "origin"),
        Jobs("aws_dataexchange_data_set_jobs", "gauge", "data_set_id", "state"),
        Jobs("aws_dataexchange_data_set_last_completed_timestamp_seconds", "gauge", "data_set_id", "type"),
        Jobs("aws_dataexchange_data_set_last_failed_timestamp_seconds", "gauge", "data_set_id", "type"),
        Jobs("aws_dataexchange_data_set_consecutive_failures", "gauge", "data_set_id", "type"),
        Jobs("aws_dataexchange_data_set_last_failure_info", "gauge", "data_set_id", "type", "code"),
        Jobs("aws_dataexchange_data_set_expected_interval_seconds", "gauge", "data_set_id", "type", "source"),
        Jobs("aws_dataexchange_data_set_last_revision_timestamp_seconds", "gauge", "data_set_id"),
        Polls("dxjobs_target_up", "gauge"),
        Polls("dxjobs_target_last_poll_outcome", "gauge", "outcome"),
        Polls("dxjobs_poll_last_success_timestamp_seconds", "gauge"),
        Polls("dxjobs_poll_duration_seconds", "histogram", "mode", "outcome"),
        Polls("dxjobs_api_requests_total", "counter", "operation", "outcome"),
        Polls("dxjobs_api_request_duration_seconds", "histogram", "operation"),
        Polls("dxjobs_pages_read_total", "counter"),
        Polls("dxjobs_jobs_tracked", "gauge"),
        Polls("dxjobs_jobs_skipped", "gauge"),
        Polls("dxjobs_open_job_unconfirmed_seconds", "gauge"),
        Polls("dxjobs_resync_corrections_total", "counter"),
        new("dxjobs_config_last_reload_successful", "gauge"),
        new("dxjobs_poll_interval_seconds", "gauge"),
        new("dxjobs_poll_timeout_seconds", "gauge"),
        new("dxjobs_build_info", "gauge", "version", "revision"),
    ];

    /// <summary>Those of the .NET runtime that the dashboards show.</summary>
    public static IReadOnlyList<KnownMetric> Runtime { get; } =
    [
        new("dotnet_process_memory_working_set_bytes", "gauge"),
        new("dotnet_process_cpu_time_seconds_total", "counter", "cpu_mode"),
        new("dotnet_gc_last_collection_heap_size_bytes", "gauge", "gc_heap_generation"),
        new("dotnet_gc_pause_time_seconds_total", "counter"),
    ];

    /// <summary>Those that Prometheus makes itself.</summary>
    public static IReadOnlyList<string> OfPrometheus { get; } = ["up", "scrape_duration_seconds", "scrape_samples_scraped", "ALERTS", "ALERTS_FOR_STATE"];

    /// <summary>Every name of a series: a histogram has three.</summary>
    public static IReadOnlySet<string> SeriesNames { get; } =
        Own.Concat(Runtime).SelectMany(m => m.Kind == "histogram" ? [m.Name + "_bucket", m.Name + "_sum", m.Name + "_count"] : new[] { m.Name })
            .Concat(OfPrometheus).ToHashSet();

    /// <summary>Every label that a query may name.</summary>
    public static IReadOnlySet<string> Labels { get; } =
        Own.Concat(Runtime).SelectMany(m => m.Labels)
            .Concat(["job", "instance", "pod", "le", "alertname", "alertstate", "severity", "metric", "__name__", "otel_metric_overflow"]).ToHashSet();

    private static KnownMetric Jobs(string name, string kind, params string[] labels) => new(name, kind, ["target", "account_id", "region", .. labels]);

    private static KnownMetric Polls(string name, string kind, params string[] labels) => new(name, kind, ["target", "region", .. labels]);
}
