namespace Amazon.DataExchange.Model;

/// <summary>An Amazon Redshift data share to import.</summary>
public class RedshiftDataShareAssetSourceEntry
{
    /// <summary>ARN of the data share.</summary>
    public string? DataShareArn { get; set; }
}
