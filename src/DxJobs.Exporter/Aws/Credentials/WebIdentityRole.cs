using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Profiles;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>A role that a web identity token file may assume (EKS). Unlike the SDK's own it reports a missing file at once and ignores white space in it.</summary>
/// <param name="tokenFile">The file; its token is exchanged by the platform now and then.</param>
/// <param name="roleArn">The role.</param>
/// <param name="sessionName">The session's name.</param>
/// <param name="endpoint">STS.</param>
/// <param name="clock">The clock.</param>
internal sealed class WebIdentityRole(string tokenFile, string roleArn, string sessionName, StsEndpoint endpoint, TimeProvider clock)
    : SharedCredentials($"role {roleArn} cannot be assumed", clock)
{
    /// <inheritdoc/>
    protected override async Task<FetchedCredentials> FetchAsync()
    {
        if (ProfileCheck.TokenFile(tokenFile, "AWS_WEB_IDENTITY_TOKEN_FILE") is var (error, hint))
        {
            throw new CredentialsException(error, hint, null, isLocal: true);
        }

        using var sts = endpoint.Open(new AnonymousAWSCredentials());
        var token = (await File.ReadAllTextAsync(tokenFile)).Trim();
        var response = await sts.AssumeRoleWithWebIdentityAsync(
            new AssumeRoleWithWebIdentityRequest { RoleArn = roleArn, RoleSessionName = sessionName, WebIdentityToken = token });
        return AssumedRole.Fetched(response.Credentials, Clock);
    }
}
