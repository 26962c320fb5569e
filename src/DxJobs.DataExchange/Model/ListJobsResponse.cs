using Amazon.Runtime;

namespace Amazon.DataExchange.Model;

/// <summary>One page of jobs.</summary>
public class ListJobsResponse : AmazonWebServiceResponse
{
    /// <summary>
    /// The jobs, newest CreatedAt first. Null where AWS sent no list, as with all collections of AWS's SDK since v4.
    /// </summary>
    public List<JobEntry>? Jobs { get; set; }

    /// <summary>What to ask the next page with; null or empty on the last page.</summary>
    public string? NextToken { get; set; }
}
