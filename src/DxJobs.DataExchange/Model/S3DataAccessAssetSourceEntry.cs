namespace Amazon.DataExchange.Model;

/// <summary>The part of an Amazon S3 bucket that subscribers can read.</summary>
public class S3DataAccessAssetSourceEntry
{
    /// <summary>Amazon S3 bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>Object key prefixes.</summary>
    public List<string>? KeyPrefixes { get; set; }

    /// <summary>Object keys.</summary>
    public List<string>? Keys { get; set; }

    /// <summary>AWS KMS keys of the objects.</summary>
    public List<KmsKeyToGrant>? KmsKeysToGrant { get; set; }
}
