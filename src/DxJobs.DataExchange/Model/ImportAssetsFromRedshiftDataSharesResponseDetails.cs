namespace Amazon.DataExchange.Model;

/// <summary>Details of a job that imports Amazon Redshift data shares.</summary>
public class ImportAssetsFromRedshiftDataSharesResponseDetails
{
    /// <summary>Source data shares.</summary>
    public List<RedshiftDataShareAssetSourceEntry>? AssetSources { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }
}
