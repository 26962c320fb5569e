namespace Amazon.DataExchange.Model;

/// <summary>Of a job that exports revisions to Amazon S3; it may name several, so none is held here.</summary>
public class ExportRevisionsToS3ResponseDetails
{
    /// <summary>The data set.</summary>
    public string? DataSetId { get; set; }
}
