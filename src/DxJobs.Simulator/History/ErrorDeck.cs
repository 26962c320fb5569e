using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.History;

/// <summary>The error entries of jobs that fail: every code, every limit, in AWS's manner.</summary>
internal static class ErrorDeck
{
    private static readonly (string Name, double Value, string Resource)[] Limits =
    [
        ("Assets per revision", 10_000, "REVISION"),
        ("Asset size in GB", 100, "ASSET"),
        ("Amazon Redshift datashare assets per revision", 20, "REVISION"),
        ("AWS Lake Formation data permission assets per revision", 1, "REVISION"),
        ("Amazon S3 data access assets per revision", 5, "REVISION"),
    ];

    /// <summary>Draws the entries of one failed job.</summary>
    public static IReadOnlyList<SimulatedError> Draw(Random random, string dataSetId, string revisionId)
    {
        var asset = HashCodes.Id(random);
        return random.Next(100) switch
        {
            < 26 => [new("ACCESS_DENIED_EXCEPTION", "Access to the S3 bucket was denied. Check the bucket policy and the KMS key policy.", ResourceId: asset, ResourceType: "ASSET")],
            < 44 => [Limit(random, revisionId, asset)],
            < 62 => [new("INTERNAL_SERVER_EXCEPTION", "An internal error occurred. Try again later.")],
            < 76 => [new("RESOURCE_NOT_FOUND_EXCEPTION", "The object does not exist: s3://example-feed/in/part-0001.parquet", ResourceId: asset, ResourceType: "ASSET")],
            < 88 => [new("VALIDATION_EXCEPTION", "The MD5 hash of the asset does not match the one given.", ResourceId: dataSetId, ResourceType: "DATA_SET")],
            < 95 => [new("MALWARE_DETECTED", "Malware was detected in the asset.", ResourceId: asset, ResourceType: "ASSET")],
            < 98 => [new("MALWARE_SCAN_ENCRYPTED_FILE", "The asset is encrypted and can't be scanned for malware.", ResourceId: asset, ResourceType: "ASSET")],
            _ => [new("ACCESS_DENIED_EXCEPTION", "Access to the KMS key was denied."), Limit(random, revisionId, asset)],
        };
    }

    private static SimulatedError Limit(Random random, string revisionId, string asset)
    {
        var (name, value, resource) = Limits[random.Next(Limits.Length)];
        return new SimulatedError(
            "SERVICE_QUOTA_EXCEEDED_EXCEPTION", $"The limit '{name}' of {value} was exceeded.", name, value, resource == "ASSET" ? asset : revisionId, resource);
    }
}
