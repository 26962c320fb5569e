using System.Globalization;
using System.Text;

namespace DxJobs.EndToEnd.Tests.Prometheus;

/// <summary>
/// A believable <c>/metrics</c> with every metric in it: three targets that are well but for one type of job, and one that is down.
/// Counters grow with time, timestamps stand in proportion to now.
/// </summary>
internal sealed class SampleExposition
{
    private static readonly (string Name, string Account, string Region)[] Targets =
        [("provider", "111111111111", "us-east-1"), ("provider", "111111111111", "eu-west-1"), ("subscriber", "222222222222", "us-east-1")];

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["state"] = ["COMPLETED", "ERROR", "TIMED_OUT", "CANCELLED", "WAITING", "IN_PROGRESS"],
        ["type"] = ["IMPORT_ASSETS_FROM_S3", "EXPORT_ASSETS_TO_S3", "EXPORT_REVISIONS_TO_S3"],
        ["code"] = ["ACCESS_DENIED_EXCEPTION", "MALWARE_DETECTED", "SERVICE_QUOTA_EXCEEDED_EXCEPTION"],
        ["resource_type"] = ["REVISION", "ASSET", ""],
        ["limit_name"] = ["Assets per revision", "Asset size in GB"],
        ["window"] = ["15m", "1h", "1d"],
        ["data_set_id"] = ["ds-a", "ds-b"],
        ["data_set_name"] = ["Prices \"daily\""],
        ["origin"] = ["OWNED"],
        ["source"] = ["weekly"],
        ["mode"] = ["full", "incremental"],
        ["outcome"] = ["ok", "throttled", "internal", "access_denied"],
        ["operation"] = ["ListJobs", "GetJob"],
        ["version"] = ["0.0.0"],
        ["revision"] = ["test"],
        ["cpu_mode"] = ["user", "system"],
        ["gc_heap_generation"] = ["gen0", "gen2"],
    };

    private readonly long _start = TimeProvider.System.GetTimestamp();

    /// <summary>Failed jobs of the first type lately; nought is health.</summary>
    public int Failed { get; set; } = 7;

    /// <summary>Whether stuck jobs, breaches, a refused configuration and a target that is down are to be seen.</summary>
    public bool Troubles { get; set; } = true;

    /// <summary>The text now.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var elapsed = TimeProvider.System.GetElapsedTime(_start).TotalSeconds;
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000d;
        foreach (var metric in KnownMetrics.Own.Concat(KnownMetrics.Runtime))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {metric.Name} {metric.Kind}\n");
            foreach (var labels in Series(metric))
            {
                Write(text, metric, labels, elapsed, now);
            }
        }

        return text.ToString();
    }

    private void Write(StringBuilder text, KnownMetric metric, IReadOnlyDictionary<string, string> labels, double elapsed, double now)
    {
        if (metric.Kind != "histogram")
        {
            Line(text, metric.Name, labels, Value(metric, labels, elapsed, now));
            return;
        }

        foreach (var (bound, share) in (ReadOnlySpan<(string, double)>)[("0.1", 0.2), ("1", 0.7), ("60", 0.95), ("+Inf", 1)])
        {
            Line(text, metric.Name + "_bucket", new Dictionary<string, string>(labels) { ["le"] = bound }, Math.Floor(elapsed * 10 * share));
        }

        Line(text, metric.Name + "_sum", labels, elapsed * 5);
        Line(text, metric.Name + "_count", labels, Math.Floor(elapsed * 10));
    }

    private double Value(KnownMetric metric, IReadOnlyDictionary<string, string> labels, double elapsed, double now)
    {
        var bad = labels.GetValueOrDefault("type") is null or "IMPORT_ASSETS_FROM_S3";
        return metric.Name switch
        {
            "aws_dataexchange_recently_finished_jobs" => labels["state"] switch { "COMPLETED" => 12, "ERROR" when bad => Failed, _ => 0 },
            "aws_dataexchange_oldest_job_created_timestamp_seconds" or "aws_dataexchange_oldest_job_updated_timestamp_seconds" => now - (Troubles && bad ? 30_000 : 60),
            "aws_dataexchange_data_set_last_revision_timestamp_seconds" => now - (Troubles ? 10_000 : 60),
            "aws_dataexchange_data_set_last_completed_timestamp_seconds" => now - (Troubles && bad ? 200_000 : 60),
            "aws_dataexchange_data_set_expected_interval_seconds" => 100_000,
            "aws_dataexchange_data_set_info" or "aws_dataexchange_data_set_last_failure_info" => 1,
            "aws_dataexchange_consecutive_failures" or "aws_dataexchange_data_set_consecutive_failures" or "aws_dataexchange_abandoned_jobs" => Troubles && bad ? 3 : 0,
            "dxjobs_target_last_poll_outcome" => labels["outcome"] == (labels["target"] == "down" ? "access_denied" : "ok") ? 1 : 0,
            "dxjobs_poll_interval_seconds" => 60,
            "dxjobs_poll_timeout_seconds" => 50,
            "dxjobs_open_job_unconfirmed_seconds" => 45,
            "dxjobs_jobs_skipped" => 0,
            "aws_dataexchange_job_limit_value" => 10_000,
            "dxjobs_target_up" => labels["target"] == "down" ? 0 : 1,
            "dxjobs_config_last_reload_successful" => Troubles ? 0 : 1,
            "dxjobs_build_info" => 1,
            var name when name.EndsWith("_timestamp_seconds", StringComparison.Ordinal) => now - 90,
            _ when metric.Kind == "counter" => Math.Floor(elapsed * 3),
            _ => bad ? 4 : 2,
        };
    }

    private IEnumerable<IReadOnlyDictionary<string, string>> Series(KnownMetric metric)
    {
        IEnumerable<Dictionary<string, string>> series = metric.Labels.Contains("target") ? TargetLabels(metric) : [[]];
        return metric.Labels.Except(["target", "account_id", "region"]).Aggregate(series, (all, label) =>
            all.SelectMany(one => Values[label].Where(v => label != "state" || Has(metric, v)).Select(v => new Dictionary<string, string>(one) { [label] = v })));
    }

    private static bool Has(KnownMetric metric, string state) => metric.Name switch
    {
        "aws_dataexchange_oldest_job_created_timestamp_seconds" or "aws_dataexchange_oldest_job_updated_timestamp_seconds" or "aws_dataexchange_abandoned_jobs"
            => state is "WAITING" or "IN_PROGRESS",
        var name when name.Contains("finished", StringComparison.Ordinal) || name.Contains("duration", StringComparison.Ordinal) => state is not ("WAITING" or "IN_PROGRESS"),
        _ => true,
    };

    private IEnumerable<Dictionary<string, string>> TargetLabels(KnownMetric metric)
    {
        var jobs = metric.Labels.Contains("account_id");
        foreach (var (name, account, region) in Targets)
        {
            yield return jobs ? new() { ["target"] = name, ["account_id"] = account, ["region"] = region } : new() { ["target"] = name, ["region"] = region };
        }

        if (Troubles && metric.Name is "dxjobs_target_up" or "dxjobs_target_last_poll_outcome" or "dxjobs_api_requests_total")
        {
            yield return new() { ["target"] = "down", ["region"] = "us-west-2" };
        }
    }

    private static void Line(StringBuilder text, string name, IReadOnlyDictionary<string, string> labels, double value)
    {
        text.Append(name).Append('{').AppendJoin(',', labels.Select(l => $"{l.Key}=\"{l.Value.Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
        text.Append(CultureInfo.InvariantCulture, $"}} {value}\n");
    }
}
