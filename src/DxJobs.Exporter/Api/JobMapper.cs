using Amazon.DataExchange.Model;
using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using AwsJobError = Amazon.DataExchange.Model.JobError;
using JobError = DxJobs.Core.Jobs.JobError;

namespace DxJobs.Exporter.Api;

/// <summary>From the client's objects to the ledger's. A job without what AWS's model requires of it makes the answer malformed.</summary>
internal static class JobMapper
{
    /// <summary>A job of ListJobs.</summary>
    public static Job ToJob(JobEntry job) => ToJob(
        job.Id, job.Arn, job.State?.Value, job.Type?.Value, job.CreatedAt, job.UpdatedAt, job.Details, job.Errors);

    /// <summary>A job of GetJob.</summary>
    public static Job ToJob(GetJobResponse job) => ToJob(
        job.Id, job.Arn, job.State?.Value, job.Type?.Value, job.CreatedAt, job.UpdatedAt, job.Details, job.Errors);

    private static Job ToJob(
        string? id, string? arn, string? state, string? type, DateTime? createdAt, DateTime? updatedAt, ResponseDetails? details, List<AwsJobError>? errors)
    {
        var created = Utc(Required(createdAt, "CreatedAt"));
        return new Job
        {
            Id = Required(id, "Id"),
            Arn = arn,
            State = Required(state, "State"),
            Type = Required(type, "Type"),
            CreatedAt = created,
            UpdatedAt = updatedAt is { } updated ? Utc(updated) : created,
            DataSetId = details is null ? null : DataSetOf(details),
            Errors = errors is null or { Count: 0 } ? [] : [.. errors.Select(ToJob)],
        };
    }

    private static JobError ToJob(AwsJobError error) => new()
    {
        Code = Required(error.Code?.Value, "Errors.Code"),
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

    private static string Required(string? value, string member) =>
        string.IsNullOrEmpty(value) ? throw new MalformedResponseException($"a job in the answer has no {member}") : value;

    private static DateTime Required(DateTime? value, string member) =>
        value ?? throw new MalformedResponseException($"a job in the answer has no {member}");
}
