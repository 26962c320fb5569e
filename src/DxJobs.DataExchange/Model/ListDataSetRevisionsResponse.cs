using Amazon.Runtime;

namespace Amazon.DataExchange.Model;

/// <summary>One page of revisions, newest CreatedAt first.</summary>
public class ListDataSetRevisionsResponse : AmazonWebServiceResponse
{
    /// <summary>Token of the next page; null or empty on the last page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The revisions; null if AWS sent no list.</summary>
    public List<RevisionEntry>? Revisions { get; set; }
}
