using DxJobs.Core.Failures;

namespace DxJobs.Exporter.Metrics;

/// <summary>The metrics of how polling goes. They stay when a target fails. Numbers of series are per target.</summary>
internal static class PollCatalogue
{
    /// <summary>Whether the last poll succeeded.</summary>
    public static MetricDefinition TargetUp { get; } = new()
    {
        Name = "dxjobs_target_up",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Target,
        ZeroFilled = true,
        Help = "1 if the last poll of the target succeeded, else 0; 0 also before its first poll has ended.",
        Example = "dxjobs_target_up == 0",
        Cardinality = "1",
        Observe = view => [new(view.Status is { Up: true } ? 1 : 0, [])],
    };

    /// <summary>How the last poll ended.</summary>
    public static MetricDefinition LastPollOutcome { get; } = new()
    {
        Name = "dxjobs_target_last_poll_outcome",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Target,
        Labels = ["outcome"],
        Help = "1 for the outcome of the target's last poll, 0 for the others; absent before the first poll has ended.",
        Example = "dxjobs_target_last_poll_outcome{outcome!=\"ok\"} == 1",
        Cardinality = "11 (outcomes)",
        Observe = view => view.Status?.LastPoll is { } last
            ? Enum.GetValues<CallOutcome>().Select(outcome => new Sample(outcome == last.Outcome ? 1 : 0, [outcome.Label()]))
            : [],
    };

    /// <summary>Jobs that cannot be read.</summary>
    public static MetricDefinition JobsSkipped { get; } = new()
    {
        Name = "dxjobs_jobs_skipped",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Target,
        Help = "Listed jobs that cannot be read (no id, state, type or CreatedAt) and are in no other count; absent before the first successful poll.",
        Example = "dxjobs_jobs_skipped > 0",
        Cardinality = "up to 1",
        Observe = view => view.Status is { Snapshot: not null } status ? [new(status.JobsSkipped, [])] : [],
    };

    /// <summary>When the last good poll ended.</summary>
    public static MetricDefinition LastSuccess { get; } = new()
    {
        Name = "dxjobs_poll_last_success_timestamp_seconds",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Target,
        Unit = "s",
        Help = "When the last good poll of the target ended, in seconds since 1970; absent before the first.",
        Example = "time() - dxjobs_poll_last_success_timestamp_seconds > 600",
        Cardinality = "up to 1",
        Observe = view => view.Status?.LastSuccessAt is { } at ? [new(at.ToUnixTimeMilliseconds() / 1000d, [])] : [],
    };

    /// <summary>How long polls take.</summary>
    public static MetricDefinition PollDuration { get; } = new()
    {
        Name = "dxjobs_poll_duration_seconds",
        Kind = MetricKind.Histogram,
        Scope = MetricScope.Target,
        Unit = "s",
        Labels = ["mode", "outcome"],
        Buckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
        Help = "Duration of one poll of the target, all its pages and retries, by how much it set out to read and how it ended.",
        Example = "sum by (target, outcome) (rate(dxjobs_poll_duration_seconds_count[15m]))",
        Cardinality = "up to 22 (2 modes, 11 outcomes), 15 lines each",
    };

    /// <summary>HTTP attempts.</summary>
    public static MetricDefinition Requests { get; } = new()
    {
        Name = "dxjobs_api_requests_total",
        Kind = MetricKind.Counter,
        Scope = MetricScope.Target,
        Labels = ["operation", "outcome"],
        ZeroFilled = true,
        Help = "HTTP attempts to call the AWS Data Exchange API, retries included, by how they ended. ListJobs has every outcome from the start.",
        Example = "sum by (target) (rate(dxjobs_api_requests_total{outcome=\"throttled\"}[5m]))",
        Cardinality = "11 (outcomes of ListJobs), up to 11 more each for GetJob and GetDataSet",
        Observe = view => view.Tally.Requests.Select(e => new Sample(e.Value, [e.Key.Operation, e.Key.Outcome.Label()])),
    };

    /// <summary>How long HTTP attempts take.</summary>
    public static MetricDefinition RequestDuration { get; } = new()
    {
        Name = "dxjobs_api_request_duration_seconds",
        Kind = MetricKind.Histogram,
        Scope = MetricScope.Target,
        Unit = "s",
        Labels = ["operation"],
        Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
        Help = "Duration of one HTTP attempt to call the AWS Data Exchange API.",
        Example = "histogram_quantile(0.99, sum by (le, target) (rate(dxjobs_api_request_duration_seconds_bucket{operation=\"ListJobs\"}[5m])))",
        Cardinality = "up to 3 (operations), 15 lines each",
    };

    /// <summary>Pages read.</summary>
    public static MetricDefinition Pages { get; } = new()
    {
        Name = "dxjobs_pages_read_total",
        Kind = MetricKind.Counter,
        Scope = MetricScope.Target,
        ZeroFilled = true,
        Help = "Pages of ListJobs that were read and understood.",
        Example = "rate(dxjobs_pages_read_total[1h]) * 3600",
        Cardinality = "1",
        Observe = view => [new(view.Tally.Pages, [])],
    };

    /// <summary>Jobs held.</summary>
    public static MetricDefinition JobsTracked { get; } = new()
    {
        Name = "dxjobs_jobs_tracked",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Target,
        Help = "Jobs of the target that the exporter holds in memory; absent before the first good poll.",
        Example = "sum(dxjobs_jobs_tracked)",
        Cardinality = "up to 1",
        Observe = view => view.Status?.Snapshot is { } last ? [new(last.JobsTracked, [])] : [],
    };

    /// <summary>How long an open job has not been confirmed.</summary>
    public static MetricDefinition OpenJobUnconfirmed { get; } = new()
    {
        Name = "dxjobs_open_job_unconfirmed_seconds",
        Kind = MetricKind.Gauge,
        Scope = MetricScope.Target,
        Unit = "s",
        Help = "Longest time since the state of an open job was last confirmed; 0 if no job is open, absent before the first full listing.",
        Example = "max by (target) (dxjobs_open_job_unconfirmed_seconds) > 3 * 3600",
        Cardinality = "up to 1",
        Observe = view => view.Status is { Snapshot: not null } status
            ? [new(status.OldestConfirmationAt is { } at ? Math.Max(0, (view.Now - at).TotalSeconds) : 0, [])]
            : [],
    };

    /// <summary>Jobs corrected.</summary>
    public static MetricDefinition Corrections { get; } = new()
    {
        Name = "dxjobs_resync_corrections_total",
        Kind = MetricKind.Counter,
        Scope = MetricScope.Target,
        ZeroFilled = true,
        Help = "Jobs that a full listing found different from what incremental polling held. More than a few are a defect: please report them.",
        Example = "increase(dxjobs_resync_corrections_total[1d]) > 0",
        Cardinality = "1",
        Observe = view => [new(view.Tally.Corrections, [])],
    };

    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
        [
            TargetUp, LastPollOutcome, LastSuccess, PollDuration, Requests, RequestDuration, Pages, JobsTracked, JobsSkipped, OpenJobUnconfirmed,
            Corrections,
        ];
}
