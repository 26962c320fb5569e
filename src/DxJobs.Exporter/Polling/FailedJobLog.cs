using DxJobs.Core.Jobs;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Polling;

/// <summary>One warning for each job observed to fail, with its cause as fields; at most <see cref="MaxLines"/> per poll and target.</summary>
internal static partial class FailedJobLog
{
    /// <summary>Maximum number of jobs logged for one poll of one target.</summary>
    public const int MaxLines = 100;

    private static readonly EventId JobFailed = new(1, nameof(JobFailed));

    /// <summary>Logs the jobs.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="target">Their target.</param>
    /// <param name="accountId">Their account.</param>
    /// <param name="failed">Jobs in ERROR or TIMED_OUT.</param>
    /// <param name="nameOf">The name of a data set, if known.</param>
    public static void Write(ILogger logger, Target target, string accountId, IReadOnlyList<Job> failed, Func<string, string?> nameOf)
    {
        foreach (var job in failed.Take(MaxLines))
        {
            var fields = Fields(target, accountId, job, nameOf).Where(field => field.Value is not null).ToList();
            logger.Log(LogLevel.Warning, JobFailed, fields, null, static (_, _) => "job failed");
        }

        if (failed.Count > MaxLines)
        {
            Omitted(logger, target, failed.Count - MaxLines);
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Fields(
        Target target, string accountId, Job job, Func<string, string?> nameOf)
    {
        var error = job.Errors is [var first, ..] ? first : null;
        yield return new("target", target.Name);
        yield return new("account_id", accountId);
        yield return new("region", target.Region);
        yield return new("job_id", job.Id);
        yield return new("type", job.Type);
        yield return new("state", job.State);
        yield return new("data_set_id", job.DataSetId);
        yield return new("data_set_name", job.DataSetId is { } id ? nameOf(id) : null);
        yield return new("revision_id", job.Details?.Revision);
        yield return new("code", error?.Code);
        yield return new("message", DetailText.One(error?.Message));
        yield return new("resource_id", error?.ResourceId);
        yield return new("resource_type", error?.ResourceType);
        yield return new("limit_name", error?.LimitName);
        yield return new("limit_value", error?.LimitValue);
        yield return new("source", job.Details?.Source);
        yield return new("destination", job.Details?.Destination);
        yield return new("kms_key_arn", job.Details?.KmsKeyArn);
        yield return new("event_action_arn", job.Details?.EventActionArn);
        yield return new("created_at", job.CreatedAt);
        yield return new("ended_at", job.UpdatedAt);
    }

    [LoggerMessage(2, LogLevel.Warning, "failed jobs omitted: {Target}, {Omitted}")]
    private static partial void Omitted(ILogger logger, Target target, int omitted);
}
