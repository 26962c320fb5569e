namespace DxJobs.Testing.Aws;

/// <summary>A request as the stand-in for AWS saw it.</summary>
/// <param name="Action">The STS action, or <c>ListJobs</c>, <c>container</c> or <c>GetRoleCredentials</c>.</param>
/// <param name="AccessKeyId">Whose signature it bears; null for none.</param>
/// <param name="SigningRegion">The region in the signature's scope.</param>
/// <param name="SessionToken">The session token sent with it.</param>
/// <param name="UserAgent">The user agent.</param>
/// <param name="Form">The parameters of an STS action or of the portal.</param>
internal sealed record SignedRequest(
    string Action, string? AccessKeyId, string? SigningRegion, string? SessionToken, string UserAgent, IReadOnlyDictionary<string, string> Form);
