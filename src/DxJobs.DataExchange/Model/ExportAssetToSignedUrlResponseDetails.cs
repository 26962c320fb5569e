namespace Amazon.DataExchange.Model;

/// <summary>Details of a job that exports one asset to a signed URL. The URL is a secret and has no member here.</summary>
public class ExportAssetToSignedUrlResponseDetails
{
    /// <summary>Asset ID.</summary>
    public string? AssetId { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }

    /// <summary>Expiry of the signed URL (UTC).</summary>
    public DateTime? SignedUrlExpiresAt { get; set; }
}
