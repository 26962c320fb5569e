using DxJobs.Core.Feeds;
using DxJobs.Core.Snapshots;
using static DxJobs.Exporter.Metrics.JobCatalogue;

namespace DxJobs.Exporter.Metrics;

/// <summary>The metrics of data sets and their feeds; only with <c>data_sets.enabled</c>.</summary>
internal static class DataSetCatalogue
{
    private const string PerFeed = "up to 9 (types) for each of data_sets.limit data sets; usually one or two";

    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        Gauge("aws_dataexchange_data_set_info", ["data_set_id", "data_set_name", "origin"], zero: false,
            "Always 1; carries the name and origin of a data set, so that other series do not change with them.",
            "sum by (target, region, data_set_id) (aws_dataexchange_data_set_jobs) * on (target, region, data_set_id) group_left (data_set_name) "
            + "aws_dataexchange_data_set_info", "up to data_sets.limit",
            snapshot => snapshot.DataSets.Select(d => new Sample(1, [d.Id, d.Name, d.Origin]))),
        Gauge("aws_dataexchange_data_set_jobs", ["data_set_id", "state"], zero: false,
            "Jobs currently listed by the API, by data set. Data sets over data_sets.limit are summed under data_set_id=\"__other__\".",
            "topk(10, sum by (data_set_id) (aws_dataexchange_data_set_jobs{state=\"ERROR\"}))",
            "6 (states) for each of data_sets.limit data sets and one more",
            snapshot => snapshot.DataSetJobs?.Select(e => new Sample(e.Value, [e.Key.DataSetId, e.Key.State])) ?? []),
        Time("aws_dataexchange_data_set_last_completed_timestamp_seconds", ["data_set_id", "type"],
            "Unix timestamp of the most recent job of the feed to end in COMPLETED; absent if there is none.",
            "time() - aws_dataexchange_data_set_last_completed_timestamp_seconds > 86400", PerFeed,
            snapshot => snapshot.Feeds.Where(f => f.LastCompleted is not null)
                .Select(f => new Sample(Seconds(f.LastCompleted!.Value), [f.DataSetId, f.Type]))),
        Time("aws_dataexchange_data_set_last_failed_timestamp_seconds", ["data_set_id", "type"],
            "Unix timestamp of the most recent job of the feed to end in ERROR or TIMED_OUT; absent if there is none.",
            "aws_dataexchange_data_set_last_failed_timestamp_seconds > on (target, region, data_set_id, type) "
            + "aws_dataexchange_data_set_last_completed_timestamp_seconds", PerFeed,
            snapshot => snapshot.Feeds.Where(f => f.LastFailed is not null)
                .Select(f => new Sample(Seconds(f.LastFailed!.Value), [f.DataSetId, f.Type]))),
        Gauge("aws_dataexchange_data_set_consecutive_failures", ["data_set_id", "type"], zero: false,
            "Jobs of the feed that ended in ERROR or TIMED_OUT since the last COMPLETED one.",
            "aws_dataexchange_data_set_consecutive_failures > 0", PerFeed,
            snapshot => snapshot.Feeds.Select(f => new Sample(f.ConsecutiveFailures, [f.DataSetId, f.Type]))),
        Gauge("aws_dataexchange_data_set_last_failure_info", ["data_set_id", "type", "code"], zero: false,
            "Always 1: the error code of the newest failed job of the feed, TIMED_OUT where there is none; absent if no job failed.",
            "aws_dataexchange_data_set_consecutive_failures * on (target, region, data_set_id, type) group_right () "
            + "aws_dataexchange_data_set_last_failure_info > 0", PerFeed,
            snapshot => snapshot.Feeds.Where(f => f.LastFailureCode is not null)
                .Select(f => new Sample(1, [f.DataSetId, f.Type, f.LastFailureCode!]))),
        Time("aws_dataexchange_data_set_expected_interval_seconds", ["data_set_id", "type", "source"],
            "How long after its last completed job the feed is late; learned unless configured, and absent if unknown.",
            "time() - aws_dataexchange_data_set_last_completed_timestamp_seconds "
            + "> on (target, region, data_set_id, type) group_right () aws_dataexchange_data_set_expected_interval_seconds", PerFeed,
            snapshot => snapshot.Feeds.Where(f => f.ExpectedInterval is not null)
                .Select(f => new Sample(f.ExpectedInterval!.Value.Value.TotalSeconds, [f.DataSetId, f.Type, f.ExpectedInterval.Value.Source.Label()]))),
        Time("aws_dataexchange_data_set_last_revision_timestamp_seconds", ["data_set_id"],
            "Unix timestamp of the newest finalized, not revoked revision, by UpdatedAt. Only with data_sets.revisions.",
            "time() - aws_dataexchange_data_set_last_revision_timestamp_seconds > 7 * 86400", "up to data_sets.limit",
            snapshot => snapshot.LastRevisions.Select(r => new Sample(Seconds(r.Value), [r.Key]))),
    ];
}
