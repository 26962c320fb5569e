using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.History;

/// <summary>Generates the error entries of failed jobs: every code and limit, each for the job types that can return it.</summary>
internal static class ErrorGenerator
{
    private const string Asset = "ASSET";
    private const string Revision = "REVISION";

    private static readonly (string Name, double Value, string Resource) AssetsPerRevision = ("Assets per revision", 10_000, Revision);
    private static readonly (string Name, double Value, string Resource) AssetSize = ("Asset size in GB", 100, Asset);

    /// <summary>Generates the error entries of one job.</summary>
    public static IReadOnlyList<SimulatedError> Generate(Random random, SimulatedJob job)
    {
        var asset = StableHash.NewId(random);
        var draw = random.Next(100);
        return job.Type switch
        {
            "IMPORT_ASSETS_FROM_S3" or "IMPORT_ASSET_FROM_SIGNED_URL" => OfFiles(draw, asset, job),
            "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES" => OfShares(draw, job, ("Amazon Redshift datashare assets per revision", 20, Revision)),
            "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET" => OfShares(draw, job, ("Amazon S3 data access assets per revision", 5, Revision)),
            "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY" => OfShares(draw, job, ("AWS Lake Formation data permission assets per revision", 1, Revision)),
            "IMPORT_ASSET_FROM_API_GATEWAY_API" => OfApis(draw, asset, job),
            _ => OfExports(draw, asset),
        };
    }

    private static SimulatedError[] OfFiles(int draw, string asset, SimulatedJob job) => draw switch
    {
        < 20 => [Denied(asset)],
        < 38 => [Limit(draw % 2 == 0 ? AssetsPerRevision : AssetSize, asset, job)],
        < 50 => [Internal],
        < 64 => [new("RESOURCE_NOT_FOUND_EXCEPTION", "The object does not exist.", ResourceId: asset, ResourceType: Asset)],
        < 76 => [new("VALIDATION_EXCEPTION", "The MD5 hash of the asset does not match the one given.", ResourceId: job.DataSetId, ResourceType: "DATA_SET")],
        < 88 => [new("MALWARE_DETECTED", "Malware was detected in the asset.", ResourceId: asset, ResourceType: Asset)],
        < 97 => [new("MALWARE_SCAN_ENCRYPTED_FILE", "The asset is encrypted and can't be scanned for malware.", ResourceId: asset, ResourceType: Asset)],
        _ => [new("ACCESS_DENIED_EXCEPTION", "Access to the KMS key was denied."), Limit(AssetsPerRevision, asset, job)],
    };

    private static SimulatedError[] OfShares(int draw, SimulatedJob job, (string Name, double Value, string Resource) limit) => draw switch
    {
        < 75 => [Limit(limit, "", job)],
        < 92 => [new("ACCESS_DENIED_EXCEPTION", "The role may not grant access to what is shared.", ResourceId: job.DataSetId, ResourceType: "DATA_SET")],
        _ => [Internal],
    };

    private static SimulatedError[] OfApis(int draw, string asset, SimulatedJob job) => draw switch
    {
        < 40 => [new("VALIDATION_EXCEPTION", "The specification of the API is not valid.", ResourceId: asset, ResourceType: Asset)],
        < 65 => [new("RESOURCE_NOT_FOUND_EXCEPTION", "The API has no such stage.", ResourceId: asset, ResourceType: Asset)],
        < 75 => [Limit(AssetsPerRevision, asset, job)],
        _ => [Internal],
    };

    private static SimulatedError[] OfExports(int draw, string asset) => draw switch
    {
        < 45 => [Denied(asset)],
        < 67 => [new("RESOURCE_NOT_FOUND_EXCEPTION", "The bucket does not exist.", ResourceId: asset, ResourceType: Asset)],
        < 74 => [new("SERVICE_QUOTA_EXCEEDED_EXCEPTION", "Too many jobs are in progress. Try again later.")], // the model has no name for this limit
        _ => [Internal],
    };

    private static SimulatedError Internal => new("INTERNAL_SERVER_EXCEPTION", "An internal error occurred. Try again later.");

    private static SimulatedError Denied(string asset) =>
        new("ACCESS_DENIED_EXCEPTION", "Access to the S3 bucket was denied. Check the bucket policy and the KMS key policy.", ResourceId: asset, ResourceType: Asset);

    private static SimulatedError Limit((string Name, double Value, string Resource) limit, string asset, SimulatedJob job) => new(
        "SERVICE_QUOTA_EXCEEDED_EXCEPTION",
        $"The limit '{limit.Name}' of {limit.Value} was exceeded.",
        limit.Name,
        limit.Value,
        limit.Resource == Asset ? asset : job.RevisionId,
        limit.Resource);
}
