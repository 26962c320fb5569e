using System.Globalization;
using DxJobs.Simulator.Details;
using DxJobs.Simulator.Feeds;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.History;

/// <summary>Error entries of failed jobs: every code and limit, each for the job types that can return it.</summary>
internal static class ErrorGenerator
{
    private static readonly FeedFailure[] Imports =
    [
        FeedFailure.AccessDenied, FeedFailure.AccessDenied, FeedFailure.KmsDenied, FeedFailure.QuotaExceeded,
        FeedFailure.TooLarge, FeedFailure.InternalError, FeedFailure.NotFound, FeedFailure.NotFound, FeedFailure.Invalid, FeedFailure.Malware,
        FeedFailure.EncryptedFile,
    ];

    private static readonly FeedFailure[] Shares =
    [
        FeedFailure.QuotaExceeded, FeedFailure.QuotaExceeded, FeedFailure.QuotaExceeded, FeedFailure.AccessDenied,
        FeedFailure.InternalError,
    ];

    private static readonly FeedFailure[] Apis =
    [
        FeedFailure.Invalid, FeedFailure.Invalid, FeedFailure.NotFound, FeedFailure.QuotaExceeded, FeedFailure.InternalError,
    ];

    private static readonly FeedFailure[] Exports =
    [
        FeedFailure.AccessDenied, FeedFailure.AccessDenied, FeedFailure.KmsDenied, FeedFailure.NotFound,
        FeedFailure.InternalError, FeedFailure.QuotaExceeded,
    ];

    /// <summary>Draws the error entries of a job.</summary>
    public static IReadOnlyList<SimulatedError> Generate(Random random, SimulatedJob job)
    {
        var failures = job.Type switch
        {
            "IMPORT_ASSETS_FROM_S3" or "IMPORT_ASSET_FROM_SIGNED_URL" => Imports,
            "IMPORT_ASSET_FROM_API_GATEWAY_API" => Apis,
            _ when JobTypes.IsExport(job.Type) => Exports,
            _ => Shares,
        };
        var failure = failures[random.Next(failures.Length)];
        var errors = Create(failure, job, 0);
        var hasSecond = failure == FeedFailure.KmsDenied && failures == Imports && random.Next(3) == 0;
        return hasSecond ? [.. errors, .. Create(FeedFailure.QuotaExceeded, job, 0)] : errors;
    }

    /// <summary>Creates the error entries of a failure.</summary>
    /// <param name="failure">Failure.</param>
    /// <param name="job">Failed job.</param>
    /// <param name="sourceIndex">Index of the source or destination that failed.</param>
    public static IReadOnlyList<SimulatedError> Create(FeedFailure failure, SimulatedJob job, int sourceIndex)
    {
        var resources = JobResources.Read(job, sourceIndex);
        return failure switch
        {
            FeedFailure.AccessDenied => [OfResource("ACCESS_DENIED_EXCEPTION", $"Access to {resources.Target} was denied.")],
            FeedFailure.KmsDenied =>
                [OfResource("ACCESS_DENIED_EXCEPTION", $"Access to the KMS key {resources.KmsKey} was denied.")],
            FeedFailure.NotFound => [OfResource("RESOURCE_NOT_FOUND_EXCEPTION", $"{resources.Item} does not exist.")],
            FeedFailure.Invalid => [OfResource("VALIDATION_EXCEPTION", $"{resources.Item} is not valid.")],
            FeedFailure.Malware => [OfResource("MALWARE_DETECTED", $"Malware was detected in {resources.Item}.")],
            FeedFailure.EncryptedFile =>
                [OfResource("MALWARE_SCAN_ENCRYPTED_FILE", $"{resources.Item} is encrypted and cannot be scanned for malware.")],
            FeedFailure.QuotaExceeded => [Quota(job)],
            FeedFailure.TooLarge => [Limit("Asset size in GB", 100, resources.ResourceId, "ASSET", sourceIndex)],
            _ => [new("INTERNAL_SERVER_EXCEPTION", "An internal error occurred. Try again later.")],
        };

        SimulatedError OfResource(string code, string message) =>
            new(code, message, ResourceId: resources.ResourceId, ResourceType: resources.ResourceType, SourceIndex: sourceIndex);
    }

    private static SimulatedError Quota(SimulatedJob job) => job.Type switch
    {
        "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES" => Limit("Amazon Redshift datashare assets per revision", 20, job.RevisionId),
        "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET" => Limit("Amazon S3 data access assets per revision", 5, job.RevisionId),
        "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY" =>
            Limit("AWS Lake Formation data permission assets per revision", 1, job.RevisionId),
        _ when JobTypes.IsExport(job.Type) =>
            new("SERVICE_QUOTA_EXCEEDED_EXCEPTION", "Too many jobs are in progress. Try again later."),
        _ => Limit("Assets per revision", 10_000, job.RevisionId),
    };

    private static SimulatedError Limit(
        string name, double value, string id, string resourceType = "REVISION", int index = 0) => new(
        "SERVICE_QUOTA_EXCEEDED_EXCEPTION",
        string.Create(CultureInfo.InvariantCulture, $"The limit '{name}' of {value} was exceeded."),
        name,
        value,
        id,
        resourceType,
        index);
}
