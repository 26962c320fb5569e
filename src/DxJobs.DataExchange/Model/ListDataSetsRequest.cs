namespace Amazon.DataExchange.Model;

/// <summary>Lists one page of data sets.</summary>
public class ListDataSetsRequest : AmazonDataExchangeRequest
{
    /// <summary>Maximum number of data sets on the page, 1 to 200.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Token of the previous page; null for the first page.</summary>
    public string? NextToken { get; set; }

    /// <summary>OWNED or ENTITLED; null for OWNED.</summary>
    public string? Origin { get; set; }
}
