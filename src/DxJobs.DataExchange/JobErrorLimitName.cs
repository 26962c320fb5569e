using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>The quota that a job ran into. AWS may add values: an unknown one is kept as it came.</summary>
public class JobErrorLimitName : ConstantClass
{
    /// <summary><c>Assets per revision</c>.</summary>
    public static readonly JobErrorLimitName AssetsPerRevision = new("Assets per revision");

    /// <summary><c>Asset size in GB</c>.</summary>
    public static readonly JobErrorLimitName AssetSizeInGB = new("Asset size in GB");

    /// <summary><c>Amazon Redshift datashare assets per revision</c>.</summary>
    public static readonly JobErrorLimitName AmazonRedshiftDatashareAssetsPerRevision =
        new("Amazon Redshift datashare assets per revision");

    /// <summary><c>AWS Lake Formation data permission assets per revision</c>.</summary>
    public static readonly JobErrorLimitName AWSLakeFormationDataPermissionAssetsPerRevision =
        new("AWS Lake Formation data permission assets per revision");

    /// <summary><c>Amazon S3 data access assets per revision</c>.</summary>
    public static readonly JobErrorLimitName AmazonS3DataAccessAssetsPerRevision =
        new("Amazon S3 data access assets per revision");

    /// <summary>A value, known or not.</summary>
    public JobErrorLimitName(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static JobErrorLimitName FindValue(string value) => FindValue<JobErrorLimitName>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator JobErrorLimitName(string value) => FindValue(value);
}
