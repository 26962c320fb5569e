using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.DataExchange.Internal.Requests;

/// <summary>What the requests of all operations that read have in common.</summary>
internal static class GetRequests
{
    public static DefaultRequest To(string path, AmazonWebServiceRequest from)
    {
        var request = new DefaultRequest(from, "Amazon.DataExchange")
        {
            HttpMethod = "GET",
            ResourcePath = path,
            UseQueryString = true,
        };
        request.Headers[HeaderKeys.XAmzApiVersion] = AmazonDataExchangeConfig.ApiVersion;
        return request;
    }

    public static void AddQuery(IRequest request, string name, string? value)
    {
        if (value is not null)
        {
            request.Parameters.Add(name, value);
        }
    }

    public static void AddQuery(IRequest request, string name, int? value) =>
        AddQuery(request, name, value?.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="AmazonDataExchangeException">It is not set; nothing is sent then.</exception>
    public static string Required(string? value, string member) =>
        string.IsNullOrEmpty(value)
            ? throw new AmazonDataExchangeException($"The request does not have the required field {member} set")
            : value;
}
