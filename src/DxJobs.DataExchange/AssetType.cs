using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>What a data set holds. AWS may add values: an unknown one is kept as it came.</summary>
public class AssetType : ConstantClass
{
    /// <summary><c>S3_SNAPSHOT</c>.</summary>
    public static readonly AssetType S3_SNAPSHOT = new("S3_SNAPSHOT");

    /// <summary><c>REDSHIFT_DATA_SHARE</c>.</summary>
    public static readonly AssetType REDSHIFT_DATA_SHARE = new("REDSHIFT_DATA_SHARE");

    /// <summary><c>API_GATEWAY_API</c>.</summary>
    public static readonly AssetType API_GATEWAY_API = new("API_GATEWAY_API");

    /// <summary><c>S3_DATA_ACCESS</c>.</summary>
    public static readonly AssetType S3_DATA_ACCESS = new("S3_DATA_ACCESS");

    /// <summary><c>LAKE_FORMATION_DATA_PERMISSION</c>.</summary>
    public static readonly AssetType LAKE_FORMATION_DATA_PERMISSION = new("LAKE_FORMATION_DATA_PERMISSION");

    /// <summary>A value, known or not.</summary>
    public AssetType(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static AssetType FindValue(string value) => FindValue<AssetType>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator AssetType(string value) => FindValue(value);
}
