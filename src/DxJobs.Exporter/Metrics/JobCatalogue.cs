using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;

namespace DxJobs.Exporter.Metrics;

/// <summary>The metrics of what the API lists, computed from a target's fresh snapshot. Numbers of series are per target.</summary>
internal static class JobCatalogue
{
    /// <summary>Seconds from creation to end: transfers of a few files take seconds, large ones hours, and a job may wait for days.</summary>
    private static readonly double[] DurationBuckets = [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10800, 21600, 43200, 86400, 259200];

    /// <summary>The histogram of durations, which pollers record.</summary>
    public static MetricDefinition JobDuration { get; } = new()
    {
        Name = "aws_dataexchange_job_duration_seconds",
        Kind = MetricKind.Histogram,
        Scope = MetricScope.Account,
        Unit = "s",
        Labels = ["state", "type"],
        Buckets = DurationBuckets,
        Help = "Time from a job's CreatedAt to its UpdatedAt, of the jobs seen to end since the process started.",
        Example = "histogram_quantile(0.9, sum by (le, type) (rate(aws_dataexchange_job_duration_seconds_bucket{state=\"COMPLETED\"}[1h])))",
        Cardinality = "up to 36 (4 final states, 9 types), 17 lines each",
    };

    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        Gauge("aws_dataexchange_jobs", ["state", "type"], zero: true,
            "Jobs that the API lists now: those of the last 90 days.",
            "sum by (target, state) (aws_dataexchange_jobs)", "54 (6 states, 9 types)",
            snapshot => ByStateAndType(snapshot.Jobs)),
        Gauge("aws_dataexchange_job_errors", ["type", "code"], zero: true,
            "Error entries on the jobs that the API lists now. A failed job can have several.",
            "topk(5, sum by (target, code) (aws_dataexchange_job_errors))", "63 (9 types, 7 codes)",
            snapshot => snapshot.JobErrors.Select(e => new Sample(e.Value, [e.Key.Type, e.Key.Code]))),
        Gauge("aws_dataexchange_job_error_resources", ["code", "resource_type"], zero: true,
            "The error entries of aws_dataexchange_job_errors by the kind of resource that they name; empty where they name none.",
            "sum by (resource_type) (aws_dataexchange_job_error_resources{code=\"MALWARE_DETECTED\"})", "21 (7 codes, 3 kinds of resource), up to 7 more of entries that name none",
            snapshot => snapshot.JobErrorResources.Select(e => new Sample(e.Value, [e.Key.Code, e.Key.ResourceType]))),
        Gauge("aws_dataexchange_job_limit_breaches", ["type", "limit_name"], zero: true,
            "Error entries, on the jobs that the API lists now, that name a limit of the service.",
            "sum by (target, limit_name) (aws_dataexchange_job_limit_breaches) > 0", "45 (9 types, 5 limits)",
            snapshot => ByTypeAndLimit(snapshot.LimitBreaches)),
        Gauge("aws_dataexchange_job_limit_value", ["limit_name"], zero: false,
            "The value of a limit as an error entry last reported it. In the limit's own unit; only where one was reported.",
            "max by (limit_name) (aws_dataexchange_job_limit_value)", "up to 5",
            snapshot => snapshot.LimitValues.Select(e => new Sample(e.Value, [e.Key]))),
        Gauge("aws_dataexchange_recently_finished_jobs", ["state", "type", "window"], zero: true,
            "Jobs that ended within the window before the last good poll, by their UpdatedAt. Survives a restart of the exporter.",
            "sum by (target) (aws_dataexchange_recently_finished_jobs{state=\"ERROR\",window=\"1h\"})", "36 (4 final states, 9 types) for each configured window",
            snapshot => snapshot.RecentlyFinished.Select(e => new Sample(e.Value, [e.Key.State, e.Key.Type, e.Key.Window]))),
        Time("aws_dataexchange_oldest_job_created_timestamp_seconds", ["state", "type"],
            "Unix timestamp of CreatedAt of the oldest open job that is not abandoned; absent if there is none.",
            "time() - min by (target, type) (aws_dataexchange_oldest_job_created_timestamp_seconds{state=\"IN_PROGRESS\"})", "up to 18 (2 open states, 9 types)",
            snapshot => snapshot.OldestCreated.Select(e => new Sample(Seconds(e.Value), [e.Key.State, e.Key.Type]))),
        Time("aws_dataexchange_oldest_job_updated_timestamp_seconds", ["state", "type"],
            "Unix timestamp of UpdatedAt of that oldest open job: for IN_PROGRESS the best available start time; absent if there is none.",
            "time() - min by (target, type) (aws_dataexchange_oldest_job_updated_timestamp_seconds{state=\"IN_PROGRESS\"})", "up to 18 (2 open states, 9 types)",
            snapshot => snapshot.OldestUpdated.Select(e => new Sample(Seconds(e.Value), [e.Key.State, e.Key.Type]))),
        Gauge("aws_dataexchange_abandoned_jobs", ["state", "type"], zero: true,
            "Open jobs older than poll.abandoned_after.",
            "sum by (target, type) (aws_dataexchange_abandoned_jobs) > 0", "18 (2 open states, 9 types)",
            snapshot => ByStateAndType(snapshot.AbandonedJobs)),
        Gauge("aws_dataexchange_consecutive_failures", ["type"], zero: true,
            "Jobs that ended in ERROR or TIMED_OUT since the last COMPLETED one.",
            "aws_dataexchange_consecutive_failures > 0", "9 (types)",
            snapshot => snapshot.ConsecutiveFailures.Select(e => new Sample(e.Value, [e.Key]))),
        Time("aws_dataexchange_last_job_finished_timestamp_seconds", ["state", "type"],
            "Newest UpdatedAt of the listed jobs that ended so, in seconds since 1970; only where there are any.",
            "time() - max by (target, type) (aws_dataexchange_last_job_finished_timestamp_seconds{state=\"COMPLETED\"})", "up to 36 (4 final states, 9 types)",
            snapshot => snapshot.LastFinished.Select(e => new Sample(Seconds(e.Value), [e.Key.State, e.Key.Type]))),
        Counter("aws_dataexchange_finished_jobs_total", ["state", "type"],
            "Jobs seen to end since the process started, those that were already over when first seen included. The first poll counts nothing.",
            "sum by (target, state) (increase(aws_dataexchange_finished_jobs_total[1h]))", "36 (4 final states, 9 types)",
            snapshot => ByStateAndType(snapshot.FinishedTotal)),
        Counter("aws_dataexchange_finished_job_errors_total", ["type", "code"],
            "Error entries of the jobs in aws_dataexchange_finished_jobs_total.",
            "sum by (code) (increase(aws_dataexchange_finished_job_errors_total[1h])) > 0", "63 (9 types, 7 codes)",
            snapshot => snapshot.FinishedErrorsTotal.Select(e => new Sample(e.Value, [e.Key.Type, e.Key.Code]))),
        Counter("aws_dataexchange_finished_job_limit_breaches_total", ["type", "limit_name"],
            "Error entries that name a limit, of the jobs in aws_dataexchange_finished_jobs_total.",
            "sum by (limit_name) (increase(aws_dataexchange_finished_job_limit_breaches_total[1d])) > 0", "45 (9 types, 5 limits)",
            snapshot => ByTypeAndLimit(snapshot.FinishedLimitBreachesTotal)),
        JobDuration,
        Gauge("aws_dataexchange_auto_export_jobs", ["state"], zero: true,
            "EXPORT_REVISIONS_TO_S3 jobs started by an event action.",
            "sum by (target) (aws_dataexchange_auto_export_jobs{state=\"ERROR\"}) > 0", "6 (states)",
            snapshot => snapshot.AutoExports.Select(e => new Sample(e.Value, [e.Key]))),
        Counter("aws_dataexchange_finished_auto_export_jobs_total", ["state"],
            "Jobs of aws_dataexchange_finished_jobs_total started by an event action.",
            "increase(aws_dataexchange_finished_auto_export_jobs_total{state=\"ERROR\"}[1d]) > 0", "4 (final states)",
            snapshot => snapshot.FinishedAutoExportsTotal.Select(e => new Sample(e.Value, [e.Key]))),
        .. DataSetCatalogue.All,
    ];

    internal static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000d;

    private static IEnumerable<Sample> ByStateAndType(IReadOnlyDictionary<StateAndType, long> counts) =>
        counts.Select(e => new Sample(e.Value, [e.Key.State, e.Key.Type]));

    private static IEnumerable<Sample> ByTypeAndLimit(IReadOnlyDictionary<TypeAndLimit, long> counts) =>
        counts.Select(e => new Sample(e.Value, [e.Key.Type, e.Key.LimitName]));

    internal static MetricDefinition Gauge(
        string name, string[] labels, bool zero, string help, string example, string cardinality, Func<TargetSnapshot, IEnumerable<Sample>> observe) => new()
        {
            Name = name,
            Kind = MetricKind.Gauge,
            Scope = MetricScope.Account,
            Labels = labels,
            ZeroFilled = zero,
            Help = help,
            Example = example,
            Cardinality = cardinality,
            Observe = view => view.Fresh is { } fresh ? observe(fresh) : [],
        };

    internal static MetricDefinition Time(
        string name, string[] labels, string help, string example, string cardinality, Func<TargetSnapshot, IEnumerable<Sample>> observe) =>
        Gauge(name, labels, zero: false, help, example, cardinality, observe) with { Unit = "s" };

    private static MetricDefinition Counter(
        string name, string[] labels, string help, string example, string cardinality, Func<TargetSnapshot, IEnumerable<Sample>> observe) =>
        Gauge(name, labels, zero: true, help, example, cardinality, observe) with { Kind = MetricKind.Counter };
}
