namespace Amazon.DataExchange.Model;

/// <summary>Details of a job that imports an asset from a signed URL. The URL is a secret and has no member here.</summary>
public class ImportAssetFromSignedUrlResponseDetails
{
    /// <summary>Name of the asset.</summary>
    public string? AssetName { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Base64-encoded MD5 hash of the asset.</summary>
    public string? Md5Hash { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }

    /// <summary>Expiry of the signed URL (UTC).</summary>
    public DateTime? SignedUrlExpiresAt { get; set; }
}
