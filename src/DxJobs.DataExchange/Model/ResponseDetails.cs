namespace Amazon.DataExchange.Model;

/// <summary>What a job works on: of the nine members AWS fills the one of the job's type; the others are null.</summary>
public class ResponseDetails
{
    /// <inheritdoc cref="ExportAssetToSignedUrlResponseDetails"/>
    public ExportAssetToSignedUrlResponseDetails? ExportAssetToSignedUrl { get; set; }

    /// <inheritdoc cref="ExportAssetsToS3ResponseDetails"/>
    public ExportAssetsToS3ResponseDetails? ExportAssetsToS3 { get; set; }

    /// <inheritdoc cref="ExportRevisionsToS3ResponseDetails"/>
    public ExportRevisionsToS3ResponseDetails? ExportRevisionsToS3 { get; set; }

    /// <inheritdoc cref="ImportAssetFromSignedUrlResponseDetails"/>
    public ImportAssetFromSignedUrlResponseDetails? ImportAssetFromSignedUrl { get; set; }

    /// <inheritdoc cref="ImportAssetsFromS3ResponseDetails"/>
    public ImportAssetsFromS3ResponseDetails? ImportAssetsFromS3 { get; set; }

    /// <inheritdoc cref="ImportAssetsFromRedshiftDataSharesResponseDetails"/>
    public ImportAssetsFromRedshiftDataSharesResponseDetails? ImportAssetsFromRedshiftDataShares { get; set; }

    /// <inheritdoc cref="ImportAssetFromApiGatewayApiResponseDetails"/>
    public ImportAssetFromApiGatewayApiResponseDetails? ImportAssetFromApiGatewayApi { get; set; }

    /// <inheritdoc cref="CreateS3DataAccessFromS3BucketResponseDetails"/>
    public CreateS3DataAccessFromS3BucketResponseDetails? CreateS3DataAccessFromS3Bucket { get; set; }

    /// <inheritdoc cref="ImportAssetsFromLakeFormationTagPolicyResponseDetails"/>
    public ImportAssetsFromLakeFormationTagPolicyResponseDetails? ImportAssetsFromLakeFormationTagPolicy { get; set; }
}
