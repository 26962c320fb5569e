using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DxJobs.Simulator.Protocol;
using Microsoft.AspNetCore.Http;

namespace DxJobs.Simulator.Signing;

/// <summary>Requires requests signed with AWS Signature Version 4, and verifies the signature of the known access key.</summary>
internal static class SignatureVerifier
{
    private static readonly string[] RequiredSignedHeaders = ["host", "x-amz-date"];

    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    /// <summary>Verifies a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="service">The service that the request must be signed for.</param>
    /// <param name="now">Real time.</param>
    /// <param name="simulated">
    /// Simulated time, used in the Date header of responses. SDKs correct their clock by it, so any signing time between the two
    /// is accepted.
    /// </param>
    /// <exception cref="ApiException">Missing, incomplete, expired or wrong signature.</exception>
    public static void Verify(
        HttpRequest request, ReadOnlySpan<byte> body, string service, DateTimeOffset now, DateTimeOffset simulated)
    {
        var header = Authorization.Parse(request.Headers.Authorization);
        if (header.Service != service || header.Terminator != "aws4_request")
        {
            throw new ApiException(
                403, "InvalidSignatureException", $"Credential should be scoped to correct service: '{service}'.");
        }

        var date = request.Headers["X-Amz-Date"].ToString();
        if (!DateTimeOffset.TryParseExact(
                date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt)
            || !date.StartsWith(header.Date, StringComparison.Ordinal))
        {
            throw new ApiException(
                403, "IncompleteSignatureException", "The X-Amz-Date header is missing or does not match the credential scope.");
        }

        var (earliest, latest) = now < simulated ? (now, simulated) : (simulated, now);
        if (signedAt < earliest - AllowedSkew || signedAt > latest + AllowedSkew)
        {
            throw new ApiException(
                403,
                "InvalidSignatureException",
                $"Signature expired or not yet current: {date} is not within 15 min. of the server's time.");
        }

        var unsigned = Array.Find(
            RequiredSignedHeaders, name => !header.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unsigned is not null)
        {
            throw new ApiException(
                403, "InvalidSignatureException", $"'{unsigned}' must be a 'SignedHeader' in the Authorization header.");
        }

        if (header.AccessKeyId == ExampleAccessKey.Id && !Matches(request, body, header, date))
        {
            throw new ApiException(
                403,
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method.");
        }
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
        var key = Hmac(Encoding.UTF8.GetBytes("AWS4" + ExampleAccessKey.Secret), header.Date);
        key = Hmac(Hmac(Hmac(key, header.Region), header.Service), header.Terminator);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Hex(Hmac(key, text))), Encoding.ASCII.GetBytes(header.Signature));
    }

    private static string PayloadHash(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var declared = request.Headers["X-Amz-Content-SHA256"].ToString();
        return declared == "UNSIGNED-PAYLOAD" ? declared : Hex(SHA256.HashData(body));
    }

    private static string CanonicalPath(HttpRequest request) => string.Join(
        '/', (request.Path.Value ?? "/").Split('/').Select(segment => Uri.EscapeDataString(Uri.EscapeDataString(segment))));

    private static string CanonicalQuery(HttpRequest request) => string.Join('&', request.Query
        .SelectMany(q => q.Value.Select(value => (Name: Uri.EscapeDataString(q.Key), Value: Uri.EscapeDataString(value ?? ""))))
        .OrderBy(q => q.Name, StringComparer.Ordinal).ThenBy(q => q.Value, StringComparer.Ordinal)
        .Select(q => $"{q.Name}={q.Value}"));

    private static string CanonicalHeader(HttpRequest request, string name) => string.Join(
        ',',
        request.Headers[name].Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
