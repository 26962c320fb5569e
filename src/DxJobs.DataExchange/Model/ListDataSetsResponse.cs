using Amazon.Runtime;

namespace Amazon.DataExchange.Model;

/// <summary>One page of data sets.</summary>
public class ListDataSetsResponse : AmazonWebServiceResponse
{
    /// <summary>The data sets; null if AWS sent no list.</summary>
    public List<DataSetEntry>? DataSets { get; set; }

    /// <summary>Token of the next page; null or empty on the last page.</summary>
    public string? NextToken { get; set; }
}
