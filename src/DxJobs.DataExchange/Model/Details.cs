namespace Amazon.DataExchange.Model;

/// <summary>What a job error refers to.</summary>
public class Details
{
    /// <summary>The asset that could not be imported from a signed URL.</summary>
    public ImportAssetFromSignedUrlJobErrorDetails? ImportAssetFromSignedUrlJobErrorDetails { get; set; }

    /// <summary>The Amazon S3 objects that could not be imported.</summary>
    public List<AssetSourceEntry>? ImportAssetsFromS3JobErrorDetails { get; set; }
}
