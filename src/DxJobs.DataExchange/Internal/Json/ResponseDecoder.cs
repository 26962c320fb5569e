using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads one structure, the reader standing before it.</summary>
internal delegate T Decode<out T>(ref Utf8JsonReader reader);

/// <summary>
/// Reads answers straight from their bytes. The SDK's own reader makes a string of every property name that it passes; here
/// what nobody asked
/// for is passed over as bytes, which costs no garbage and never makes a string of a signed URL or a key.
/// </summary>
internal sealed class ResponseDecoder<T>(Decode<T> decode) : JsonResponseUnmarshaller
    where T : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        JsonBytes.Decode(JsonBytes.Of(input.Stream), input.JsonMaxDepth, decode);

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        ErrorReader.Read(input.ResponseData, JsonBytes.Of(input.Stream), innerException, statusCode);
}
