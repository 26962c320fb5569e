namespace Amazon.DataExchange.Model;

/// <summary>Of a job that imports an API Gateway API. Its key and upload URL are secrets and are never read.</summary>
public class ImportAssetFromApiGatewayApiResponseDetails
{
    /// <summary>The data set.</summary>
    public string? DataSetId { get; set; }

    /// <summary>The revision.</summary>
    public string? RevisionId { get; set; }
}
