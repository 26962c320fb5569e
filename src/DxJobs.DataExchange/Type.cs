using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>What a job does. AWS may add values: an unknown one is kept as it came.</summary>
public class Type : ConstantClass
{
    /// <summary><c>IMPORT_ASSETS_FROM_S3</c>.</summary>
    public static readonly Type IMPORT_ASSETS_FROM_S3 = new("IMPORT_ASSETS_FROM_S3");

    /// <summary><c>IMPORT_ASSET_FROM_SIGNED_URL</c>.</summary>
    public static readonly Type IMPORT_ASSET_FROM_SIGNED_URL = new("IMPORT_ASSET_FROM_SIGNED_URL");

    /// <summary><c>EXPORT_ASSETS_TO_S3</c>.</summary>
    public static readonly Type EXPORT_ASSETS_TO_S3 = new("EXPORT_ASSETS_TO_S3");

    /// <summary><c>EXPORT_ASSET_TO_SIGNED_URL</c>.</summary>
    public static readonly Type EXPORT_ASSET_TO_SIGNED_URL = new("EXPORT_ASSET_TO_SIGNED_URL");

    /// <summary><c>EXPORT_REVISIONS_TO_S3</c>.</summary>
    public static readonly Type EXPORT_REVISIONS_TO_S3 = new("EXPORT_REVISIONS_TO_S3");

    /// <summary><c>IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES</c>.</summary>
    public static readonly Type IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES = new("IMPORT_ASSETS_FROM_REDSHIFT_DATA_SHARES");

    /// <summary><c>IMPORT_ASSET_FROM_API_GATEWAY_API</c>.</summary>
    public static readonly Type IMPORT_ASSET_FROM_API_GATEWAY_API = new("IMPORT_ASSET_FROM_API_GATEWAY_API");

    /// <summary><c>CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET</c>.</summary>
    public static readonly Type CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET = new("CREATE_S3_DATA_ACCESS_FROM_S3_BUCKET");

    /// <summary><c>IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY</c>.</summary>
    public static readonly Type IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY =
        new("IMPORT_ASSETS_FROM_LAKE_FORMATION_TAG_POLICY");

    /// <summary>A value, known or not.</summary>
    public Type(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static Type FindValue(string value) => FindValue<Type>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator Type(string value) => FindValue(value);
}
