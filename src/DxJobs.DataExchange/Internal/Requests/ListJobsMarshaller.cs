using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal.Requests;

/// <summary><c>GET /v1/jobs?dataSetId=&amp;maxResults=&amp;nextToken=&amp;revisionId=</c>.</summary>
internal sealed class ListJobsMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var from = (ListJobsRequest)input;
        var request = GetRequests.To("/v1/jobs", from);
        GetRequests.AddQuery(request, "dataSetId", from.DataSetId);
        GetRequests.AddQuery(request, "maxResults", from.MaxResults);
        GetRequests.AddQuery(request, "nextToken", from.NextToken);
        GetRequests.AddQuery(request, "revisionId", from.RevisionId);
        return request;
    }
}
