using System.Security.Cryptography;
using System.Text;

namespace DxJobs.Simulator.Tests;

/// <summary>Signs requests with AWS Signature Version 4, written from its specification and independent of the simulator's own check.</summary>
internal sealed class SignedClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public string AccessKeyId { get; init; } = SimulatorCredentials.AccessKeyId;

    public string Secret { get; init; } = SimulatorCredentials.SecretAccessKey;

    public string Service { get; init; } = "dataexchange";

    public TimeSpan Skew { get; init; }

    /// <summary>What the request says is signed.</summary>
    public string SignedHeaders { get; init; } = "host;x-amz-date";

    public bool Sign { get; init; } = true;

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] query) => SendAsync(HttpMethod.Get, path, "", query);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body, params (string Name, string Value)[] query)
    {
        var canonicalQuery = string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Name)}={Uri.EscapeDataString(q.Value)}").Order(StringComparer.Ordinal));
        using var request = new HttpRequestMessage(method, new Uri(endpoint, path + (canonicalQuery.Length > 0 ? "?" + canonicalQuery : "")));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        var at = (TimeProvider.System.GetUtcNow() + Skew).UtcDateTime;
        var date = at.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        request.Headers.Add("X-Amz-Date", date);
        if (Sign)
        {
            var canonical = $"{method}\n{path}\n{canonicalQuery}\nhost:{endpoint.Authority}\nx-amz-date:{date}\n\n{SignedHeaders}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
            var scope = $"{date[..8]}/us-east-1/{Service}/aws4_request";
            var toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
            var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Secret), (k, part) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(part)));
            var signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
            request.Headers.TryAddWithoutValidation(
                "Authorization", $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{scope}, SignedHeaders={SignedHeaders}, Signature={signature}");
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
