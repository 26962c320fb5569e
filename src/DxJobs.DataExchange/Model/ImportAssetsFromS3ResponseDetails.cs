namespace Amazon.DataExchange.Model;

/// <summary>Of a job that imports assets from Amazon S3.</summary>
public class ImportAssetsFromS3ResponseDetails
{
    /// <summary>The data set.</summary>
    public string? DataSetId { get; set; }

    /// <summary>The revision.</summary>
    public string? RevisionId { get; set; }
}
