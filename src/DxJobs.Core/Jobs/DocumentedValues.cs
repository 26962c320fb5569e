namespace DxJobs.Core.Jobs;

/// <summary>
/// The values that AWS documents, for tables that are complete from the start. Others pass through as they are.
/// Source: the enums State, Type, Code, JobErrorLimitName and JobErrorResourceTypes of AWS's service model, 2017-07-25.
/// </summary>
internal static class DocumentedValues
{
    /// <summary>The six states of a job.</summary>
    public static readonly IReadOnlyList<string> States =
        [JobState.Waiting, JobState.InProgress, JobState.Error, JobState.Completed, JobState.Cancelled, JobState.TimedOut];

    /// <summary>The nine types of jobs.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        "IMPORT_ASSETS_FROM_S3",
        "IMPORT_ASSET_FROM_SIGNED_URL",
        "EXPORT_ASSETS_TO_S3",
        "EXPORT_ASSET_TO_SIGNED_URL",
        "EXPORT_REVISIONS_TO_S3",
        "IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES",
        "IMPORT_ASSET_FROM_API_GATEWAY_API",
        "CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET",
        "IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY",
    ];

    /// <summary>The seven codes of error entries.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        "ACCESS_DENIED_EXCEPTION",
        "INTERNAL_SERVER_EXCEPTION",
        "MALWARE_DETECTED",
        "RESOURCE_NOT_FOUND_EXCEPTION",
        "SERVICE_QUOTA_EXCEEDED_EXCEPTION",
        "VALIDATION_EXCEPTION",
        "MALWARE_SCAN_ENCRYPTED_FILE",
    ];

    /// <summary>The five limits that an error entry can name.</summary>
    public static readonly IReadOnlyList<string> LimitNames =
    [
        "Assets per revision",
        "Asset size in GB",
        "Amazon Redshift datashare assets per revision",
        "AWS Lake Formation data permission assets per revision",
        "Amazon S3 data access assets per revision",
    ];

    /// <summary>The three types of resources that an error entry can be about.</summary>
    public static readonly IReadOnlyList<string> ResourceTypes = ["REVISION", "ASSET", "DATA_SET"];
}
