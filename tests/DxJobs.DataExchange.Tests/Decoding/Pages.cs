using System.Text;
using Amazon.DataExchange.Internal;
using Amazon.DataExchange.Internal.Json;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>Pages decoded as the client decodes them, without a network.</summary>
internal static class Pages
{
    public static string[] SeedNames { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Decoding", "Seeds"), "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    public static byte[] Seed(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Decoding", "Seeds", name));

    public static ListJobsResponse Decode(string json) => Decode(Encoding.UTF8.GetBytes(json));

    public static ListJobsResponse Decode(ReadOnlyMemory<byte> json) => (ListJobsResponse)Decode(json, OperationOptions.ListJobs);

    public static ListDataSetsResponse DecodeDataSets(ReadOnlyMemory<byte> json) =>
        (ListDataSetsResponse)Decode(json, OperationOptions.ListDataSets);

    public static ListDataSetRevisionsResponse DecodeRevisions(ReadOnlyMemory<byte> json) =>
        (ListDataSetRevisionsResponse)Decode(json, OperationOptions.ListDataSetRevisions);

    public static JobEntry DecodeJob(string json) => Assert.Single(Decode($$"""{"Jobs":[{{json}}]}""").Jobs!);

    private static AmazonWebServiceResponse Decode(ReadOnlyMemory<byte> json, InvokeOptions operation)
    {
        var response = new StubResponse();
        using var body = new MemoryStream(json.ToArray(), 0, json.Length, writable: false, publiclyVisible: true);
        using var context = new JsonUnmarshallerContext(body, false, response, false);
        return operation.ResponseUnmarshaller.UnmarshallResponse(context);
    }
}
