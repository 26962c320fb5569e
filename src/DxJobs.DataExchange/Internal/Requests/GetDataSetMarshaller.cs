using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal.Requests;

/// <summary><c>GET /v1/data-sets/{DataSetId}</c>.</summary>
internal sealed class GetDataSetMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = GetRequests.To("/v1/data-sets/{DataSetId}", input);
        var id = GetRequests.Required(((GetDataSetRequest)input).DataSetId, nameof(GetDataSetRequest.DataSetId));
        request.AddPathResource("{DataSetId}", id);
        return request;
    }
}
