namespace Amazon.DataExchange.Model;

/// <summary>Asks for one page of the jobs, newest CreatedAt first.</summary>
public class ListJobsRequest : AmazonDataExchangeRequest
{
    /// <summary>Only jobs of this data set; null for all.</summary>
    public string? DataSetId { get; set; }

    /// <summary>The most jobs on the page: 1 to 200. Null leaves it to AWS.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The token of the page before; null for the first page. Opaque: sent back exactly as it came.</summary>
    public string? NextToken { get; set; }

    /// <summary>Only jobs of this revision; null for all.</summary>
    public string? RevisionId { get; set; }
}
