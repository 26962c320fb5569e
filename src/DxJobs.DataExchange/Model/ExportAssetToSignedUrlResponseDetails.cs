namespace Amazon.DataExchange.Model;

/// <summary>Of a job that exports one asset to a signed URL. The URL itself is a secret and is never read.</summary>
public class ExportAssetToSignedUrlResponseDetails
{
    /// <summary>The asset.</summary>
    public string? AssetId { get; set; }

    /// <summary>The data set.</summary>
    public string? DataSetId { get; set; }

    /// <summary>The revision.</summary>
    public string? RevisionId { get; set; }
}
