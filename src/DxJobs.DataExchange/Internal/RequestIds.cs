using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.DataExchange.Internal;

/// <summary>AWS's id of a request, which AWS's support asks for.</summary>
internal static class RequestIds
{
    public static string? Of(IWebResponseData response) =>
        response.IsHeaderPresent(HeaderKeys.RequestIdHeader) ? response.GetHeaderValue(HeaderKeys.RequestIdHeader) : null;
}
