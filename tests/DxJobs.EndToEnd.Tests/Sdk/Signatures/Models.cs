using Amazon.Runtime;

namespace Amazon.DataExchange.Model;

public class AmazonDataExchangeRequest : AmazonWebServiceRequest
{
}

public class AssetConfiguration
{
    public List<Tag> Tags { get; set; }
}

public class AssetDestinationEntry
{
    public string AssetId { get; set; }
    public string Bucket { get; set; }
    public string Key { get; set; }
}

public class AssetSourceEntry
{
    public string Bucket { get; set; }
    public string Key { get; set; }
}

public class CreateS3DataAccessFromS3BucketResponseDetails
{
    public S3DataAccessAssetSourceEntry AssetSource { get; set; }
    public string DataSetId { get; set; }
    public string RevisionId { get; set; }
}

public class DatabaseLFTagPolicyAndPermissions
{
    public List<LFTag> Expression { get; set; }
    public List<DatabaseLFTagPolicyPermission> Permissions { get; set; }
}

public class Details
{
    public ImportAssetFromSignedUrlJobErrorDetails ImportAssetFromSignedUrlJobErrorDetails { get; set; }
    public List<AssetSourceEntry> ImportAssetsFromS3JobErrorDetails { get; set; }
}

public class ExportAssetToSignedUrlResponseDetails
{
    public string AssetId { get; set; }
    public string DataSetId { get; set; }
    public string RevisionId { get; set; }
    public string SignedUrl { get; set; }
    public DateTime? SignedUrlExpiresAt { get; set; }
}

public class ExportAssetsToS3ResponseDetails
{
    public List<AssetDestinationEntry> AssetDestinations { get; set; }
    public string DataSetId { get; set; }
    public ExportServerSideEncryption Encryption { get; set; }
    public string RevisionId { get; set; }
}

public class ExportRevisionsToS3ResponseDetails
{
    public string DataSetId { get; set; }
    public ExportServerSideEncryption Encryption { get; set; }
    public List<RevisionDestinationEntry> RevisionDestinations { get; set; }
    public string EventActionArn { get; set; }
}

public class ExportServerSideEncryption
{
    public string KmsKeyArn { get; set; }
    public ServerSideEncryptionTypes Type { get; set; }
}

public class GetDataSetRequest : AmazonDataExchangeRequest
{
    public string DataSetId { get; set; }
}

public class GetDataSetResponse : AmazonWebServiceResponse
{
    public string Arn { get; set; }
    public AssetType AssetType { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public Origin Origin { get; set; }
    public OriginDetails OriginDetails { get; set; }
    public string SourceId { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public DateTime? UpdatedAt { get; set; }
}

public class GetJobRequest : AmazonDataExchangeRequest
{
    public string JobId { get; set; }
}

public class GetJobResponse : AmazonWebServiceResponse
{
    public string Arn { get; set; }
    public AssetConfiguration AssetConfiguration { get; set; }
    public DateTime? CreatedAt { get; set; }
    public ResponseDetails Details { get; set; }
    public List<JobError> Errors { get; set; }
    public string Id { get; set; }
    public State State { get; set; }
    public Type Type { get; set; }
    public DateTime? UpdatedAt { get; set; }
}

public class ImportAssetFromApiGatewayApiResponseDetails
{
    public string ApiDescription { get; set; }
    public string ApiId { get; set; }
    public string ApiKey { get; set; }
    public string ApiName { get; set; }
    public string ApiSpecificationMd5Hash { get; set; }
    public string ApiSpecificationUploadUrl { get; set; }
    public DateTime? ApiSpecificationUploadUrlExpiresAt { get; set; }
    public string DataSetId { get; set; }
    public ProtocolType ProtocolType { get; set; }
    public string RevisionId { get; set; }
    public string Stage { get; set; }
}

public class ImportAssetFromSignedUrlJobErrorDetails
{
    public string AssetName { get; set; }
}

public class ImportAssetFromSignedUrlResponseDetails
{
    public string AssetName { get; set; }
    public string DataSetId { get; set; }
    public string Md5Hash { get; set; }
    public string RevisionId { get; set; }
    public string SignedUrl { get; set; }
    public DateTime? SignedUrlExpiresAt { get; set; }
}

public class ImportAssetsFromLakeFormationTagPolicyResponseDetails
{
    public string CatalogId { get; set; }
    public DatabaseLFTagPolicyAndPermissions Database { get; set; }
    public TableLFTagPolicyAndPermissions Table { get; set; }
    public string RoleArn { get; set; }
    public string DataSetId { get; set; }
    public string RevisionId { get; set; }
}

public class ImportAssetsFromRedshiftDataSharesResponseDetails
{
    public List<RedshiftDataShareAssetSourceEntry> AssetSources { get; set; }
    public string DataSetId { get; set; }
    public string RevisionId { get; set; }
}

public class ImportAssetsFromS3ResponseDetails
{
    public List<AssetSourceEntry> AssetSources { get; set; }
    public string DataSetId { get; set; }
    public string RevisionId { get; set; }
}

public class JobEntry
{
    public string Arn { get; set; }
    public AssetConfiguration AssetConfiguration { get; set; }
    public DateTime? CreatedAt { get; set; }
    public ResponseDetails Details { get; set; }
    public List<JobError> Errors { get; set; }
    public string Id { get; set; }
    public State State { get; set; }
    public Type Type { get; set; }
    public DateTime? UpdatedAt { get; set; }
}

public class JobError
{
    public Code Code { get; set; }
    public Details Details { get; set; }
    public JobErrorLimitName LimitName { get; set; }
    public double? LimitValue { get; set; }
    public string Message { get; set; }
    public string ResourceId { get; set; }
    public JobErrorResourceTypes ResourceType { get; set; }
}

public class KmsKeyToGrant
{
    public string KmsKeyArn { get; set; }
}

public class LFTag
{
    public string TagKey { get; set; }
    public List<string> TagValues { get; set; }
}

public class ListJobsRequest : AmazonDataExchangeRequest
{
    public string DataSetId { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public string RevisionId { get; set; }
}

public class ListJobsResponse : AmazonWebServiceResponse
{
    public List<JobEntry> Jobs { get; set; }
    public string NextToken { get; set; }
}

public class OriginDetails
{
    public string ProductId { get; set; }
    public string DataGrantId { get; set; }
}

public class RedshiftDataShareAssetSourceEntry
{
    public string DataShareArn { get; set; }
}

public class ResponseDetails
{
    public ExportAssetToSignedUrlResponseDetails ExportAssetToSignedUrl { get; set; }
    public ExportAssetsToS3ResponseDetails ExportAssetsToS3 { get; set; }
    public ExportRevisionsToS3ResponseDetails ExportRevisionsToS3 { get; set; }
    public ImportAssetFromSignedUrlResponseDetails ImportAssetFromSignedUrl { get; set; }
    public ImportAssetsFromS3ResponseDetails ImportAssetsFromS3 { get; set; }
    public ImportAssetsFromRedshiftDataSharesResponseDetails ImportAssetsFromRedshiftDataShares { get; set; }
    public ImportAssetFromApiGatewayApiResponseDetails ImportAssetFromApiGatewayApi { get; set; }
    public CreateS3DataAccessFromS3BucketResponseDetails CreateS3DataAccessFromS3Bucket { get; set; }
    public ImportAssetsFromLakeFormationTagPolicyResponseDetails ImportAssetsFromLakeFormationTagPolicy { get; set; }
}

public class RevisionDestinationEntry
{
    public string Bucket { get; set; }
    public string KeyPattern { get; set; }
    public string RevisionId { get; set; }
}

public class S3DataAccessAssetSourceEntry
{
    public string Bucket { get; set; }
    public List<string> KeyPrefixes { get; set; }
    public List<string> Keys { get; set; }
    public List<KmsKeyToGrant> KmsKeysToGrant { get; set; }
}

public class TableLFTagPolicyAndPermissions
{
    public List<LFTag> Expression { get; set; }
    public List<TableTagPolicyLFPermission> Permissions { get; set; }
}

public class Tag
{
    public string Key { get; set; }
    public string Value { get; set; }
}

public class DataSetEntry
{
    public string Arn { get; set; }
    public AssetType AssetType { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public Origin Origin { get; set; }
    public OriginDetails OriginDetails { get; set; }
    public string SourceId { get; set; }
    public DateTime? UpdatedAt { get; set; }
}

public class ListDataSetsRequest : AmazonDataExchangeRequest
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public string Origin { get; set; }
}

public class ListDataSetsResponse : AmazonWebServiceResponse
{
    public List<DataSetEntry> DataSets { get; set; }
    public string NextToken { get; set; }
}

public class ListDataSetRevisionsRequest : AmazonDataExchangeRequest
{
    public string DataSetId { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
}

public class ListDataSetRevisionsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<RevisionEntry> Revisions { get; set; }
}

public class RevisionEntry
{
    public string Arn { get; set; }
    public string Comment { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string DataSetId { get; set; }
    public bool? Finalized { get; set; }
    public string Id { get; set; }
    public string RevocationComment { get; set; }
    public bool? Revoked { get; set; }
    public DateTime? RevokedAt { get; set; }
    public string SourceId { get; set; }
    public DateTime? UpdatedAt { get; set; }
}
