using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal.Requests;

/// <summary><c>GET /v1/jobs/{JobId}</c>.</summary>
internal sealed class GetJobMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = GetRequests.To("/v1/jobs/{JobId}", input);
        request.AddPathResource("{JobId}", GetRequests.Required(((GetJobRequest)input).JobId, nameof(GetJobRequest.JobId)));
        return request;
    }
}
