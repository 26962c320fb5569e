namespace Amazon.DataExchange.Model;

/// <summary>Details of a job that creates access to an Amazon S3 bucket.</summary>
public class CreateS3DataAccessFromS3BucketResponseDetails
{
    /// <summary>Bucket, prefixes and keys that subscribers can read.</summary>
    public S3DataAccessAssetSourceEntry? AssetSource { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }
}
