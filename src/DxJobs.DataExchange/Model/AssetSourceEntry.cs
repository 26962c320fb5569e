namespace Amazon.DataExchange.Model;

/// <summary>An Amazon S3 object to import.</summary>
public class AssetSourceEntry
{
    /// <summary>Amazon S3 bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>Amazon S3 object key.</summary>
    public string? Key { get; set; }
}
