using System.Net;
using System.Text.Json;
using Amazon.DataExchange.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>
/// Makes an exception of an answer that is an error. The SDK's own way puts a whole body that it does not understand into the
/// exception's
/// message, and so into logs; here a message is only ever what was sent as one.
/// </summary>
internal static class ErrorReader
{
    private const int MaxDepth = 64;

    public static AmazonDataExchangeException Read(
        IWebResponseData head, ReadOnlySpan<byte> body, Exception innerException, HttpStatusCode statusCode)
    {
        var said = ReadBody(body);
        var code = Header(head, HeaderKeys.XAmzErrorType) ?? said.Type ?? said.Code;
        var error = new ErrorResponse
        {
            Code = code is null ? null : ShortName(code),
            Message = Header(head, HeaderKeys.XAmznErrorMessage) ?? said.Message
                ?? $"The endpoint answered with HTTP status {(int)statusCode} and no message",
            RequestId = RequestIds.Of(head),
            StatusCode = statusCode,
            InnerException = innerException,
        };
        return error.Code switch
        {
            "AccessDeniedException" => new AccessDeniedException(error),
            "InternalServerException" => new InternalServerException(error),
            "ResourceNotFoundException" =>
                new ResourceNotFoundException(error) { ResourceId = said.ResourceId, ResourceType = said.ResourceType },
            "ThrottlingException" => new ThrottlingException(error),
            "ValidationException" => new ValidationException(error) { ExceptionCause = said.ExceptionCause },
            _ => new AmazonDataExchangeException(error),
        };
    }

    /// <summary>An error's name without what AWS puts around it: <c>com.amazonaws.dataexchange#Name:http://…</c>.</summary>
    private static string ShortName(string code)
    {
        var end = code.IndexOf(':', StringComparison.Ordinal);
        var name = end < 0 ? code : code[..end];
        return name[(name.LastIndexOf('#') + 1)..];
    }

    private static string? Header(IWebResponseData head, string name) =>
        head.IsHeaderPresent(name) && head.GetHeaderValue(name) is { Length: > 0 } value ? value : null;

    private static ErrorBody ReadBody(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonBytes.Decode(body, MaxDepth, ReadMembers);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A proxy's HTML, or nothing at all: the status has to do.
            return new ErrorBody();
        }
    }

    private static ErrorBody ReadMembers(ref Utf8JsonReader reader)
    {
        var body = new ErrorBody();
        JsonValues.RequireObject(ref reader);
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("__type"u8))
            {
                body.Type = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("code"u8))
            {
                body.Code = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("Message"u8) || reader.ValueTextEquals("message"u8))
            {
                body.Message = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("ResourceId"u8))
            {
                body.ResourceId = JsonValues.ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("ResourceType"u8))
            {
                body.ResourceType = Constants.ResourceTypes.Read(ref reader);
            }
            else if (reader.ValueTextEquals("ExceptionCause"u8))
            {
                body.ExceptionCause = Constants.ExceptionCauses.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return body;
    }
}
