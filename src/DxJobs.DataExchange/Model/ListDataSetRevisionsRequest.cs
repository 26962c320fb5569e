namespace Amazon.DataExchange.Model;

/// <summary>Lists one page of the revisions of a data set.</summary>
public class ListDataSetRevisionsRequest : AmazonDataExchangeRequest
{
    /// <summary>Data set ID. Required.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Maximum number of revisions on the page, 1 to 200.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Token of the previous page; null for the first page.</summary>
    public string? NextToken { get; set; }
}
