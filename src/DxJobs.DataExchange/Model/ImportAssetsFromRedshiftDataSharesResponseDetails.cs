namespace Amazon.DataExchange.Model;

/// <summary>Of a job that imports Amazon Redshift datashares.</summary>
public class ImportAssetsFromRedshiftDataSharesResponseDetails
{
    /// <summary>The data set.</summary>
    public string? DataSetId { get; set; }

    /// <summary>The revision.</summary>
    public string? RevisionId { get; set; }
}
