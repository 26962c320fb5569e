namespace Amazon.DataExchange.Model;

/// <summary>Details of a job that imports assets from Amazon S3.</summary>
public class ImportAssetsFromS3ResponseDetails
{
    /// <summary>Source objects.</summary>
    public List<AssetSourceEntry>? AssetSources { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }
}
