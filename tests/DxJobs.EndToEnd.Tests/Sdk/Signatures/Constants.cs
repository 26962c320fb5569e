using Amazon.Runtime;

namespace Amazon.DataExchange;

public class AssetType : ConstantClass
{
    public static readonly AssetType S3_SNAPSHOT = new("S3_SNAPSHOT");
    public static readonly AssetType REDSHIFT_DATA_SHARE = new("REDSHIFT_DATA_SHARE");
    public static readonly AssetType API_GATEWAY_API = new("API_GATEWAY_API");
    public static readonly AssetType S3_DATA_ACCESS = new("S3_DATA_ACCESS");
    public static readonly AssetType LAKE_FORMATION_DATA_PERMISSION = new("LAKE_FORMATION_DATA_PERMISSION");

    public AssetType(string value)
        : base(value)
    {
    }

    public static AssetType FindValue(string value) => FindValue<AssetType>(value);

    public static implicit operator AssetType(string value) => FindValue(value);
}

public class Code : ConstantClass
{
    public static readonly Code ACCESS_DENIED_EXCEPTION = new("ACCESS_DENIED_EXCEPTION");
    public static readonly Code INTERNAL_SERVER_EXCEPTION = new("INTERNAL_SERVER_EXCEPTION");
    public static readonly Code MALWARE_DETECTED = new("MALWARE_DETECTED");
    public static readonly Code RESOURCE_NOT_FOUND_EXCEPTION = new("RESOURCE_NOT_FOUND_EXCEPTION");
    public static readonly Code SERVICE_QUOTA_EXCEEDED_EXCEPTION = new("SERVICE_QUOTA_EXCEEDED_EXCEPTION");
    public static readonly Code VALIDATION_EXCEPTION = new("VALIDATION_EXCEPTION");
    public static readonly Code MALWARE_SCAN_ENCRYPTED_FILE = new("MALWARE_SCAN_ENCRYPTED_FILE");

    public Code(string value)
        : base(value)
    {
    }

    public static Code FindValue(string value) => FindValue<Code>(value);

    public static implicit operator Code(string value) => FindValue(value);
}

public class DatabaseLFTagPolicyPermission : ConstantClass
{
    public static readonly DatabaseLFTagPolicyPermission DESCRIBE = new("DESCRIBE");

    public DatabaseLFTagPolicyPermission(string value)
        : base(value)
    {
    }

    public static DatabaseLFTagPolicyPermission FindValue(string value) => FindValue<DatabaseLFTagPolicyPermission>(value);

    public static implicit operator DatabaseLFTagPolicyPermission(string value) => FindValue(value);
}

public class ExceptionCause : ConstantClass
{
    public static readonly ExceptionCause InsufficientS3BucketPolicy = new("InsufficientS3BucketPolicy");
    public static readonly ExceptionCause S3AccessDenied = new("S3AccessDenied");

    public ExceptionCause(string value)
        : base(value)
    {
    }

    public static ExceptionCause FindValue(string value) => FindValue<ExceptionCause>(value);

    public static implicit operator ExceptionCause(string value) => FindValue(value);
}

public class JobErrorLimitName : ConstantClass
{
    public static readonly JobErrorLimitName AssetsPerRevision = new("Assets per revision");
    public static readonly JobErrorLimitName AssetSizeInGB = new("Asset size in GB");
    public static readonly JobErrorLimitName AmazonRedshiftDatashareAssetsPerRevision = new("Amazon Redshift datashare assets per revision");
    public static readonly JobErrorLimitName AWSLakeFormationDataPermissionAssetsPerRevision = new("AWS Lake Formation data permission assets per revision");
    public static readonly JobErrorLimitName AmazonS3DataAccessAssetsPerRevision = new("Amazon S3 data access assets per revision");

    public JobErrorLimitName(string value)
        : base(value)
    {
    }

    public static JobErrorLimitName FindValue(string value) => FindValue<JobErrorLimitName>(value);

    public static implicit operator JobErrorLimitName(string value) => FindValue(value);
}

public class JobErrorResourceTypes : ConstantClass
{
    public static readonly JobErrorResourceTypes REVISION = new("REVISION");
    public static readonly JobErrorResourceTypes ASSET = new("ASSET");
    public static readonly JobErrorResourceTypes DATA_SET = new("DATA_SET");

    public JobErrorResourceTypes(string value)
        : base(value)
    {
    }

    public static JobErrorResourceTypes FindValue(string value) => FindValue<JobErrorResourceTypes>(value);

    public static implicit operator JobErrorResourceTypes(string value) => FindValue(value);
}

public class Origin : ConstantClass
{
    public static readonly Origin OWNED = new("OWNED");
    public static readonly Origin ENTITLED = new("ENTITLED");

    public Origin(string value)
        : base(value)
    {
    }

    public static Origin FindValue(string value) => FindValue<Origin>(value);

    public static implicit operator Origin(string value) => FindValue(value);
}

public class ProtocolType : ConstantClass
{
    public static readonly ProtocolType REST = new("REST");

    public ProtocolType(string value)
        : base(value)
    {
    }

    public static ProtocolType FindValue(string value) => FindValue<ProtocolType>(value);

    public static implicit operator ProtocolType(string value) => FindValue(value);
}

public class ResourceType : ConstantClass
{
    public static readonly ResourceType DATA_SET = new("DATA_SET");
    public static readonly ResourceType REVISION = new("REVISION");
    public static readonly ResourceType ASSET = new("ASSET");
    public static readonly ResourceType JOB = new("JOB");
    public static readonly ResourceType EVENT_ACTION = new("EVENT_ACTION");
    public static readonly ResourceType DATA_GRANT = new("DATA_GRANT");

    public ResourceType(string value)
        : base(value)
    {
    }

    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    public static implicit operator ResourceType(string value) => FindValue(value);
}

public class ServerSideEncryptionTypes : ConstantClass
{
    public static readonly ServerSideEncryptionTypes AwsKms = new("aws:kms");
    public static readonly ServerSideEncryptionTypes AES256 = new("AES256");

    public ServerSideEncryptionTypes(string value)
        : base(value)
    {
    }

    public static ServerSideEncryptionTypes FindValue(string value) => FindValue<ServerSideEncryptionTypes>(value);

    public static implicit operator ServerSideEncryptionTypes(string value) => FindValue(value);
}

public class State : ConstantClass
{
    public static readonly State WAITING = new("WAITING");
    public static readonly State IN_PROGRESS = new("IN_PROGRESS");
    public static readonly State ERROR = new("ERROR");
    public static readonly State COMPLETED = new("COMPLETED");
    public static readonly State CANCELLED = new("CANCELLED");
    public static readonly State TIMED_OUT = new("TIMED_OUT");

    public State(string value)
        : base(value)
    {
    }

    public static State FindValue(string value) => FindValue<State>(value);

    public static implicit operator State(string value) => FindValue(value);
}

public class TableTagPolicyLFPermission : ConstantClass
{
    public static readonly TableTagPolicyLFPermission DESCRIBE = new("DESCRIBE");
    public static readonly TableTagPolicyLFPermission SELECT = new("SELECT");

    public TableTagPolicyLFPermission(string value)
        : base(value)
    {
    }

    public static TableTagPolicyLFPermission FindValue(string value) => FindValue<TableTagPolicyLFPermission>(value);

    public static implicit operator TableTagPolicyLFPermission(string value) => FindValue(value);
}

public class Type : ConstantClass
{
    public static readonly Type IMPORT_ASSETS_FROM_S3 = new("IMPORT_ASSETS_FROM_S3");
    public static readonly Type IMPORT_ASSET_FROM_SIGNED_URL = new("IMPORT_ASSET_FROM_SIGNED_URL");
    public static readonly Type EXPORT_ASSETS_TO_S3 = new("EXPORT_ASSETS_TO_S3");
    public static readonly Type EXPORT_ASSET_TO_SIGNED_URL = new("EXPORT_ASSET_TO_SIGNED_URL");
    public static readonly Type EXPORT_REVISIONS_TO_S3 = new("EXPORT_REVISIONS_TO_S3");
    public static readonly Type IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES = new("IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES");
    public static readonly Type IMPORT_ASSET_FROM_API_GATEWAY_API = new("IMPORT_ASSET_FROM_API_GATEWAY_API");
    public static readonly Type CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET = new("CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET");
    public static readonly Type IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY = new("IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY");

    public Type(string value)
        : base(value)
    {
    }

    public static Type FindValue(string value) => FindValue<Type>(value);

    public static implicit operator Type(string value) => FindValue(value);
}
