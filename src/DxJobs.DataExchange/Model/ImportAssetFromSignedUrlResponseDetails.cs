namespace Amazon.DataExchange.Model;

/// <summary>Of a job that imports an asset from a signed URL. The URL itself is a secret and is never read.</summary>
public class ImportAssetFromSignedUrlResponseDetails
{
    /// <summary>The data set.</summary>
    public string? DataSetId { get; set; }

    /// <summary>The revision.</summary>
    public string? RevisionId { get; set; }
}
