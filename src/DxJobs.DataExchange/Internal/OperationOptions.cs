using Amazon.DataExchange.Internal.Json;
using Amazon.DataExchange.Internal.Requests;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal;

/// <summary>The request marshaller and the response decoder of each operation.</summary>
internal static class OperationOptions
{
    public static readonly InvokeOptions ListJobs = Create(new ListJobsMarshaller(), ListJobsReader.Read);

    public static readonly InvokeOptions GetJob = Create(new GetJobMarshaller(), JobReader.ReadResponse);

    public static readonly InvokeOptions ListDataSets = Create(new ListDataSetsMarshaller(), ListDataSetsReader.Read);

    public static readonly InvokeOptions GetDataSet = Create(new GetDataSetMarshaller(), GetDataSetReader.Read);

    public static readonly InvokeOptions ListDataSetRevisions =
        Create(new ListDataSetRevisionsMarshaller(), ListDataSetRevisionsReader.Read);

    private static InvokeOptions Create<T>(IMarshaller<IRequest, AmazonWebServiceRequest> marshaller, Decode<T> decode)
        where T : AmazonWebServiceResponse =>
        new() { RequestMarshaller = marshaller, ResponseUnmarshaller = new ResponseDecoder<T>(decode) };
}
