using Amazon.DataExchange.Internal.Json;
using Amazon.DataExchange.Internal.Requests;
using Amazon.Runtime.Internal;

namespace Amazon.DataExchange.Internal;

/// <summary>How each operation is asked and how its answer is read.</summary>
internal static class Operations
{
    public static readonly InvokeOptions ListJobs = new()
    {
        RequestMarshaller = new ListJobsMarshaller(),
        ResponseUnmarshaller = new ResponseDecoder<Model.ListJobsResponse>(ListJobsReader.Read),
    };

    public static readonly InvokeOptions GetJob = new()
    {
        RequestMarshaller = new GetJobMarshaller(),
        ResponseUnmarshaller = new ResponseDecoder<Model.GetJobResponse>(JobReader.ReadResponse),
    };

    public static readonly InvokeOptions GetDataSet = new()
    {
        RequestMarshaller = new GetDataSetMarshaller(),
        ResponseUnmarshaller = new ResponseDecoder<Model.GetDataSetResponse>(DataSetReader.Read),
    };
}
