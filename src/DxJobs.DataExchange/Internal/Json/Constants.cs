namespace Amazon.DataExchange.Internal.Json;

/// <summary>Readers of the enumerations.</summary>
internal static class Constants
{
    public static readonly ConstantReader<State> States = new(
        value =>
            new State(value), State.COMPLETED, State.ERROR, State.IN_PROGRESS, State.WAITING, State.CANCELLED, State.TIMED_OUT);

    public static readonly ConstantReader<Type> Types = new(
        value => new Type(value),
        Type.IMPORT_ASSETS_FROM_S3,
        Type.IMPORT_ASSET_FROM_SIGNED_URL,
        Type.EXPORT_ASSETS_TO_S3,
        Type.EXPORT_ASSET_TO_SIGNED_URL,
        Type.EXPORT_REVISIONS_TO_S3,
        Type.IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES,
        Type.IMPORT_ASSET_FROM_API_GATEWAY_API,
        Type.CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET,
        Type.IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY);

    public static readonly ConstantReader<Code> Codes = new(
        value => new Code(value),
        Code.ACCESS_DENIED_EXCEPTION,
        Code.INTERNAL_SERVER_EXCEPTION,
        Code.MALWARE_DETECTED,
        Code.RESOURCE_NOT_FOUND_EXCEPTION,
        Code.SERVICE_QUOTA_EXCEEDED_EXCEPTION,
        Code.VALIDATION_EXCEPTION,
        Code.MALWARE_SCAN_ENCRYPTED_FILE);

    public static readonly ConstantReader<JobErrorLimitName> LimitNames = new(
        value => new JobErrorLimitName(value),
        JobErrorLimitName.AssetsPerRevision,
        JobErrorLimitName.AssetSizeInGB,
        JobErrorLimitName.AmazonRedshiftDatashareAssetsPerRevision,
        JobErrorLimitName.AWSLakeFormationDataPermissionAssetsPerRevision,
        JobErrorLimitName.AmazonS3DataAccessAssetsPerRevision);

    public static readonly ConstantReader<JobErrorResourceTypes> ErrorResourceTypes = new(
        value =>
            new JobErrorResourceTypes(value), JobErrorResourceTypes.REVISION, JobErrorResourceTypes.ASSET, JobErrorResourceTypes.DATA_SET);

    public static readonly ConstantReader<ResourceType> ResourceTypes = new(
        value => new ResourceType(value),
        ResourceType.DATA_SET,
        ResourceType.REVISION,
        ResourceType.ASSET,
        ResourceType.JOB,
        ResourceType.EVENT_ACTION,
        ResourceType.DATA_GRANT);

    public static readonly ConstantReader<ExceptionCause> ExceptionCauses = new(
        value => new ExceptionCause(value), ExceptionCause.InsufficientS3BucketPolicy, ExceptionCause.S3AccessDenied);

    public static readonly ConstantReader<AssetType> AssetTypes = new(
        value => new AssetType(value),
        AssetType.S3_SNAPSHOT,
        AssetType.REDSHIFT_DATA_SHARE,
        AssetType.API_GATEWAY_API,
        AssetType.S3_DATA_ACCESS,
        AssetType.LAKE_FORMATION_DATA_PERMISSION);

    public static readonly ConstantReader<Origin> Origins = new(value => new Origin(value), Origin.OWNED, Origin.ENTITLED);

    public static readonly ConstantReader<ServerSideEncryptionTypes> EncryptionTypes = new(
        value => new ServerSideEncryptionTypes(value), ServerSideEncryptionTypes.AwsKms, ServerSideEncryptionTypes.AES256);

    public static readonly ConstantReader<ProtocolType> ProtocolTypes = new(value => new ProtocolType(value), ProtocolType.REST);

    public static readonly ConstantReader<DatabaseLFTagPolicyPermission> DatabasePermissions = new(
        value => new DatabaseLFTagPolicyPermission(value), DatabaseLFTagPolicyPermission.DESCRIBE);

    public static readonly ConstantReader<TableTagPolicyLFPermission> TablePermissions = new(
        value => new TableTagPolicyLFPermission(value), TableTagPolicyLFPermission.DESCRIBE, TableTagPolicyLFPermission.SELECT);
}
