using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal.Requests;

/// <summary><c>GET /v1/data-sets?maxResults=&amp;nextToken=&amp;origin=</c>.</summary>
internal sealed class ListDataSetsMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var from = (ListDataSetsRequest)input;
        var request = GetRequests.To("/v1/data-sets", from);
        GetRequests.AddQuery(request, "maxResults", from.MaxResults);
        GetRequests.AddQuery(request, "nextToken", from.NextToken);
        GetRequests.AddQuery(request, "origin", from.Origin);
        return request;
    }
}
