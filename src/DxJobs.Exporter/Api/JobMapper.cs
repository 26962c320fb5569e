using Amazon.DataExchange.Model;
using DxJobs.Core.Jobs;
using AwsJobError = Amazon.DataExchange.Model.JobError;
using JobError = DxJobs.Core.Jobs.JobError;

namespace DxJobs.Exporter.Api;

/// <summary>From the client's objects to the ledger's. A job without id, state, type or CreatedAt is skipped: it must not hide all the others.</summary>
internal static class JobMapper
{
    /// <summary>A job of ListJobs.</summary>
    public static Job? ToJob(JobEntry job, PollRequestStats calls) => ToJob(
        job.Id, job.Arn, job.State?.Value, job.Type?.Value, job.CreatedAt, job.UpdatedAt, job.Details, job.Errors, calls);

    /// <summary>A job of GetJob.</summary>
    public static Job? ToJob(GetJobResponse job, PollRequestStats calls) => ToJob(
        job.Id, job.Arn, job.State?.Value, job.Type?.Value, job.CreatedAt, job.UpdatedAt, job.Details, job.Errors, calls);

    private static Job? ToJob(
        string? id, string? arn, string? state, string? type, DateTime? createdAt, DateTime? updatedAt, ResponseDetails? details, List<AwsJobError>? errors, PollRequestStats calls)
    {
        var missing = string.IsNullOrEmpty(id) ? "Id" : string.IsNullOrEmpty(state) ? "State" : string.IsNullOrEmpty(type) ? "Type" : createdAt is null ? "CreatedAt" : null;
        if (missing is not null)
        {
            // Without an id, what is known of it tells it from others.
            calls.Skipped[string.IsNullOrEmpty(id) ? arn ?? $"{createdAt:O} {type} {state}" : id] = missing;
            return null;
        }

        var created = Utc(createdAt!.Value);
        return new Job
        {
            Id = id!,
            Arn = arn,
            State = state!,
            Type = type!,
            CreatedAt = created,
            UpdatedAt = updatedAt is { } updated ? Utc(updated) : created,
            DataSetId = details is null ? null : DataSetOf(details),
            IsAutoExport = details?.ExportRevisionsToS3?.EventActionArn is not null,
            Details = state is JobState.Completed or JobState.Cancelled ? null : JobDetailsMapper.ToDetails(details, errors),
            Errors = errors is null or { Count: 0 } ? [] : [.. errors.Select(ToJob)],
        };
    }

    private static JobError ToJob(AwsJobError error) => new()
    {
        Code = error.Code?.Value ?? "",
        Message = error.Message ?? "",
        LimitName = error.LimitName?.Value,
        LimitValue = error.LimitValue,
        ResourceId = error.ResourceId,
        ResourceType = error.ResourceType?.Value,
    };

    private static string? DataSetOf(ResponseDetails details) =>
        details.ImportAssetsFromS3?.DataSetId
        ?? details.ImportAssetFromSignedUrl?.DataSetId
        ?? details.ExportAssetsToS3?.DataSetId
        ?? details.ExportAssetToSignedUrl?.DataSetId
        ?? details.ExportRevisionsToS3?.DataSetId
        ?? details.ImportAssetsFromRedshiftDataShares?.DataSetId
        ?? details.ImportAssetFromApiGatewayApi?.DataSetId
        ?? details.CreateS3DataAccessFromS3Bucket?.DataSetId
        ?? details.ImportAssetsFromLakeFormationTagPolicy?.DataSetId;

    private static DateTimeOffset Utc(DateTime time) => new(time.ToUniversalTime());
}
