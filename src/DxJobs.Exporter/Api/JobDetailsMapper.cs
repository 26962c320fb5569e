using Amazon.DataExchange.Model;
using DxJobs.Core.Jobs;
using AwsJobError = Amazon.DataExchange.Model.JobError;

namespace DxJobs.Exporter.Api;

/// <summary>Maps the details of a failed or open job to text.</summary>
internal static class JobDetailsMapper
{
    /// <summary>The details of a job; null if there are none to show.</summary>
    public static JobDetails? ToDetails(ResponseDetails? details, List<AwsJobError>? errors) => details switch
    {
        null => null,
        { ImportAssetsFromS3: { } job } => new JobDetails
        {
            Revision = DetailText.One(job.RevisionId),
            Source = FailingObjects(errors) ?? DetailText.List(job.AssetSources?.Select(s => DetailText.S3(s.Bucket, s.Key))),
        },
        { ImportAssetFromSignedUrl: { } job } => new JobDetails
        {
            Revision = DetailText.One(job.RevisionId),
            Asset = FailingAsset(errors) ?? DetailText.One(job.AssetName),
        },
        { ExportAssetsToS3: { } job } => new JobDetails
        {
            Revision = DetailText.One(job.RevisionId),
            Asset = DetailText.List(job.AssetDestinations?.Select(d => d.AssetId)),
            Destination = DetailText.List(job.AssetDestinations?.Select(d => DetailText.S3(d.Bucket, d.Key))),
            KmsKeyArn = DetailText.One(job.Encryption?.KmsKeyArn),
        },
        { ExportAssetToSignedUrl: { } job } => new JobDetails
        {
            Revision = DetailText.One(job.RevisionId),
            Asset = DetailText.One(job.AssetId),
        },
        { ExportRevisionsToS3: { } job } => new JobDetails
        {
            Revision = DetailText.List(job.RevisionDestinations?.Select(d => d.RevisionId)),
            Destination = DetailText.List(job.RevisionDestinations?.Select(d => DetailText.S3(d.Bucket, d.KeyPattern))),
            KmsKeyArn = DetailText.One(job.Encryption?.KmsKeyArn),
            EventActionArn = DetailText.One(job.EventActionArn),
        },
        { ImportAssetsFromRedshiftDataShares: { } job } => new JobDetails
        {
            Revision = DetailText.One(job.RevisionId),
            Source = DetailText.List(job.AssetSources?.Select(s => s.DataShareArn)),
        },
        { ImportAssetFromApiGatewayApi: { } job } => new JobDetails
        {
            Revision = DetailText.One(job.RevisionId),
            Source = DetailText.List([job.ApiName, job.ApiId, job.Stage is { Length: > 0 } stage ? $"stage {stage}" : null]),
        },
        { CreateS3DataAccessFromS3Bucket: { } job } => new JobDetails
        {
            Revision = DetailText.One(job.RevisionId),
            Source = DataAccess(job.AssetSource),
            KmsKeyArn = DetailText.List(job.AssetSource?.KmsKeysToGrant?.Select(k => k.KmsKeyArn)),
        },
        { ImportAssetsFromLakeFormationTagPolicy: { } job } => new JobDetails
        {
            Revision = DetailText.One(job.RevisionId),
            Source = LakeFormation(job),
        },
        _ => null,
    };

    private static string? FailingObjects(List<AwsJobError>? errors) => DetailText.List(
        errors?.SelectMany(e => e.Details?.ImportAssetsFromS3JobErrorDetails ?? []).Select(s => DetailText.S3(s.Bucket, s.Key)));

    private static string? FailingAsset(List<AwsJobError>? errors) => DetailText.List(
        errors?.Select(e => e.Details?.ImportAssetFromSignedUrlJobErrorDetails?.AssetName));

    private static string? DataAccess(S3DataAccessAssetSourceEntry? source)
    {
        List<string?> objects = [.. source?.Keys ?? [], .. source?.KeyPrefixes ?? []];
        return objects.Count == 0
            ? DetailText.List([DetailText.S3(source?.Bucket, null)])
            : DetailText.List(objects.Select(key => DetailText.S3(source?.Bucket, key)));
    }

    private static string? LakeFormation(ImportAssetsFromLakeFormationTagPolicyResponseDetails job) => DetailText.List(
    [
        job.CatalogId is { Length: > 0 } catalog ? $"catalog {catalog}" : null,
        job.RoleArn,
        Tags("database", job.Database?.Expression) ?? Tags("table", job.Table?.Expression),
    ]);

    private static string? Tags(string kind, List<LFTag>? tags) => tags is null or []
        ? null
        : $"{kind} tags {string.Join(' ', tags.Select(t => $"{t.TagKey}={string.Join('|', t.TagValues ?? [])}"))}";
}
