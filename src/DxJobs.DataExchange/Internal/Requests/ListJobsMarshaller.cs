using System.Globalization;
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
        Add("dataSetId", from.DataSetId);
        Add("maxResults", from.MaxResults?.ToString(CultureInfo.InvariantCulture));
        Add("nextToken", from.NextToken);
        Add("revisionId", from.RevisionId);
        return request;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Parameters.Add(name, value);
            }
        }
    }
}
