using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal.Requests;

/// <summary><c>GET /v1/data-sets/{DataSetId}/revisions?maxResults=&amp;nextToken=</c>.</summary>
internal sealed class ListDataSetRevisionsMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var from = (ListDataSetRevisionsRequest)input;
        var request = GetRequests.To("/v1/data-sets/{DataSetId}/revisions", from);
        var id = GetRequests.Required(from.DataSetId, nameof(ListDataSetRevisionsRequest.DataSetId));
        request.AddPathResource("{DataSetId}", id);
        GetRequests.AddQuery(request, "maxResults", from.MaxResults);
        GetRequests.AddQuery(request, "nextToken", from.NextToken);
        return request;
    }
}
