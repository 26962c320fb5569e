using DxJobs.Simulator.Protocol;

namespace DxJobs.Simulator.Signing;

/// <summary>Authorization header of Signature Version 4.</summary>
internal sealed record Authorization(
    string AccessKeyId,
    string Date,
    string Region,
    string Service,
    string Terminator,
    IReadOnlyList<string> SignedHeaders,
    string Signature)
{
    private const string Algorithm = "AWS4-HMAC-SHA256 ";

    /// <summary>Credential scope.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Parses the header.</summary>
    /// <exception cref="ApiException">The header is missing or incomplete.</exception>
    public static Authorization Parse(string? header)
    {
        if (header is null || !header.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            throw new ApiException(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var parts = header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .GroupBy(part => part[0]).ToDictionary(g => g.Key, g => g.First()[1]);
        var scope = parts.GetValueOrDefault("Credential", "").Split('/');
        return scope.Length == 5
            && parts.TryGetValue("SignedHeaders", out var signed)
            && parts.TryGetValue("Signature", out var signature)
            ? new Authorization(scope[0], scope[1], scope[2], scope[3], scope[4], signed.Split(';'), signature)
            : throw new ApiException(
                403,
                "IncompleteSignatureException",
                "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.");
    }
}
