using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>AWS Signature Version 4 from its specification, so that what the client signs is checked by something else than the SDK.</summary>
internal static class SigV4
{
    /// <summary>The credential scope that a request says it is signed for: date/region/service/aws4_request.</summary>
    public static string Scope(SentRequest request) => Field(request, "Credential").Split('/', 2)[1];

    public static string Signed(SentRequest request) => Field(request, "Signature");

    /// <summary>The signature that a request for a body-less operation ought to carry.</summary>
    public static string Expected(SentRequest request, string secretKey)
    {
        var target = request.Target.Split('?', 2);
        var path = string.Join('/', target[0].Split('/').Select(Uri.EscapeDataString));
        var query = target.Length == 1 ? "" : string.Join('&', target[1].Split('&').Order(StringComparer.Ordinal));
        var names = Field(request, "SignedHeaders");
        var headers = string.Concat(names.Split(';').Select(name => $"{name}:{request.Headers[name].Trim()}\n"));
        var payload = request.Headers.GetValueOrDefault("x-amz-content-sha256") ?? Hex(SHA256.HashData([]));
        var canonical = $"{request.Method}\n{path}\n{query}\n{headers}\n{names}\n{payload}";

        var scope = Scope(request);
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["X-Amz-Date"]}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), (k, part) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(part)));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string Field(SentRequest request, string name)
    {
        var authorization = request.Headers["Authorization"];
        Assert.StartsWith("AWS4-HMAC-SHA256 ", authorization, StringComparison.Ordinal);
        var field = authorization["AWS4-HMAC-SHA256 ".Length..].Split(',').Select(f => f.Trim().Split('=', 2)).Single(f => f[0] == name);
        return field[1];
    }

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
