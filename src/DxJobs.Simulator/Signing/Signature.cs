using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DxJobs.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Signing;

/// <summary>Demands requests signed with AWS Signature Version 4, and checks the signature where the secret is known.</summary>
internal static class Signature
{
    /// <summary>Headers that a signature must cover.</summary>
    private static readonly string[] Needed = ["host", "x-amz-date"];

    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    /// <summary>Checks a request; says whose access key signed it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="service">The service that it must be signed for.</param>
    /// <param name="now">The real time.</param>
    /// <param name="simulated">The simulated time, which answers bear: an SDK may set its clock by it, so any time up to it is good too.</param>
    /// <exception cref="Refusal">It is not signed, or too little of it, not for this service, not of this time, or not with the key's secret.</exception>
    public static string Check(HttpRequest request, ReadOnlySpan<byte> body, string service, DateTimeOffset now, DateTimeOffset simulated)
    {
        var header = Authorization.Parse(request.Headers.Authorization);
        if (header.Service != service || header.Terminator != "aws4_request")
        {
            throw new Refusal(403, "InvalidSignatureException", $"Credential should be scoped to correct service: '{service}'.");
        }

        var date = request.Headers["X-Amz-Date"].ToString();
        if (!DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt)
            || !date.StartsWith(header.Date, StringComparison.Ordinal))
        {
            throw new Refusal(403, "IncompleteSignatureException", "The X-Amz-Date header is missing or does not fit the credential's scope.");
        }

        var (earliest, latest) = now < simulated ? (now, simulated) : (simulated, now);
        if (signedAt < earliest - AllowedSkew || signedAt > latest + AllowedSkew)
        {
            throw new Refusal(403, "InvalidSignatureException", $"Signature expired or not yet current: {date} is not within 15 min. of the server's time.");
        }

        if (Array.Find(Needed, needed => !header.SignedHeaders.Contains(needed, StringComparer.OrdinalIgnoreCase)) is { } unsigned)
        {
            throw new Refusal(403, "InvalidSignatureException", $"'{unsigned}' must be a 'SignedHeader' in the Authorization header.");
        }

        if (header.AccessKeyId == SimulatorCredentials.AccessKeyId && !Matches(request, body, header, date))
        {
            throw new Refusal(
                403, "InvalidSignatureException", "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.");
        }

        return header.AccessKeyId;
    }

    private static bool Matches(HttpRequest request, ReadOnlySpan<byte> body, Authorization header, string date)
    {
        var canonical = string.Join(
            '\n',
            request.Method,
            CanonicalPath(request),
            CanonicalQuery(request),
            string.Concat(header.SignedHeaders.Select(name => $"{name}:{CanonicalHeader(request, name)}\n")),
            string.Join(';', header.SignedHeaders),
            PayloadHash(request, body));
        var text = $"AWS4-HMAC-SHA256\n{date}\n{header.Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Hmac(Encoding.UTF8.GetBytes("AWS4" + SimulatorCredentials.SecretAccessKey), header.Date);
        key = Hmac(Hmac(Hmac(key, header.Region), header.Service), header.Terminator);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hex(Hmac(key, text))), Encoding.ASCII.GetBytes(header.Signature));
    }

    private static string PayloadHash(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var said = request.Headers["X-Amz-Content-SHA256"].ToString();
        return said == "UNSIGNED-PAYLOAD" ? said : Hex(SHA256.HashData(body));
    }

    private static string CanonicalPath(HttpRequest request) =>
        string.Join('/', (request.Path.Value ?? "/").Split('/').Select(segment => Uri.EscapeDataString(Uri.EscapeDataString(segment))));

    private static string CanonicalQuery(HttpRequest request) => string.Join('&', request.Query
        .SelectMany(q => q.Value.Select(value => (Name: Uri.EscapeDataString(q.Key), Value: Uri.EscapeDataString(value ?? ""))))
        .OrderBy(q => q.Name, StringComparer.Ordinal).ThenBy(q => q.Value, StringComparer.Ordinal)
        .Select(q => $"{q.Name}={q.Value}"));

    private static string CanonicalHeader(HttpRequest request, string name) =>
        string.Join(',', request.Headers[name].Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
