using System.Net.Sockets;
using System.Net;
using System.Text.Json;

namespace DxJobs.Exporter.Targets;

/// <summary>
/// The region of this EC2 instance as its metadata service reports it. Unlike the SDK's own lookup it tells a service that cannot be reached
/// from one that answers without a region, and gives up after a few seconds.
/// </summary>
internal static class InstanceRegion
{
    private const string UsualEndpoint = "http://169.254.169.254";

    private const string UsualIpv6Endpoint = "http://[fd00:ec2::254]";

    private const int MaxBytes = 64 * 1024;

    /// <summary>For each of the requests; the service is on the same host.</summary>
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Looks it up.</summary>
    /// <param name="variable">Returns an environment variable by name.</param>
    public static RegionLookup Find(Func<string, string?> variable)
    {
        if (string.Equals(variable("AWS_EC2_METADATA_DISABLED")?.Trim(), "true", StringComparison.OrdinalIgnoreCase))
        {
            return new RegionLookup(null);
        }

        if (Endpoint(variable) is not { } endpoint)
        {
            return new RegionLookup(null, null, "AWS_EC2_METADATA_SERVICE_ENDPOINT is not an http URL");
        }

        try
        {
            using var http = new HttpClient { Timeout = RequestTimeout, MaxResponseContentBufferSize = MaxBytes };
            return new RegionLookup(Ask(http, endpoint));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or SocketException or InvalidOperationException)
        {
            return new RegionLookup(null, "EC2 instance metadata cannot be reached " + Reason(e));
        }
    }

    private static Uri? Endpoint(Func<string, string?> variable)
    {
        var usual = string.Equals(variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE")?.Trim(), "IPv6", StringComparison.OrdinalIgnoreCase)
            ? UsualIpv6Endpoint
            : UsualEndpoint;
        var text = variable("AWS_EC2_METADATA_SERVICE_ENDPOINT")?.Trim() is { Length: > 0 } configured ? configured : usual;
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
    }

    private static string? Ask(HttpClient http, Uri endpoint)
    {
        var token = Send(http, HttpMethod.Put, new Uri(endpoint, "latest/api/token"), null).Body;
        if (Send(http, HttpMethod.Get, new Uri(endpoint, "latest/dynamic/instance-identity/document"), token).Body is { } document
            && RegionOf(document) is { } region)
        {
            return region;
        }

        return Send(http, HttpMethod.Get, new Uri(endpoint, "latest/meta-data/placement/region"), token).Body?.Trim() is { Length: > 0 } placement ? placement : null;
    }

    /// <summary>The body of a successful response; null for a response that says no, such as 404.</summary>
    private static (HttpStatusCode Status, string? Body) Send(HttpClient http, HttpMethod method, Uri url, string? token)
    {
        using var request = new HttpRequestMessage(method, url);
        if (method == HttpMethod.Put)
        {
            request.Headers.Add("X-aws-ec2-metadata-token-ttl-seconds", "60");
        }
        else if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-aws-ec2-metadata-token", token.Trim());
        }

        using var response = http.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var body = reader.ReadToEnd();
        return (int)response.StatusCode >= 500
            ? throw new HttpRequestException($"status {(int)response.StatusCode}", null, response.StatusCode)
            : (response.StatusCode, response.IsSuccessStatusCode ? body : null);
    }

    private static string? RegionOf(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("region", out var region)
                && region.ValueKind == JsonValueKind.String
                && region.GetString()?.Trim() is { Length: > 0 } name ? name : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Reason(Exception e) => e switch
    {
        HttpRequestException { StatusCode: { } status } => $"(status {(int)status})",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "(connection failed)",
        OperationCanceledException => "(no response)",
        _ => "(no valid response)",
    };
}
