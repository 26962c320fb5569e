using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>
/// Credentials from the SDK's own chain: environment, web identity, profile, SSO, container, instance; or those of one profile. The SDK keeps
/// them fresh and notices when the files change, so they are asked for anew each time.
/// </summary>
/// <param name="chain">The SDK's chain, which remembers what it found.</param>
/// <param name="profile">The profile; null for the whole chain.</param>
/// <param name="sessionName">The session's name, should a profile without one want a role assumed.</param>
/// <param name="what">What they are, for a sentence about their failure.</param>
/// <param name="endpoint">The STS for profiles that want a role assumed.</param>
/// <param name="clock">The clock.</param>
internal sealed class ChainCredentials(
    DefaultAWSCredentialsIdentityResolver chain, string? profile, string sessionName, string what, StsEndpoint endpoint, TimeProvider clock)
    : SharedCredentials(what, clock)
{
    private const string SdkSessionName = "aws-dotnet-sdk-session-";

    private const string FilesHint =
        "see 'aws configure list-profiles'; AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say where the files are, by default in ~/.aws";

    // Fetching happens one at a time (SharedCredentials), so these need no lock.
    private AWSCredentials? _found;
    private AWSCredentials? _usable;

    /// <inheritdoc/>
    protected override async Task<FetchedCredentials> FetchAsync()
    {
        using var patience = new CancellationTokenSource(Patience, Clock);
        var config = new AmazonSecurityTokenServiceConfig { Profile = profile is null ? null : new Profile(profile) };
        var found = await chain.ResolveIdentityAsync(config, patience.Token);
        if (!ReferenceEquals(found, _found))
        {
            (_found, _usable) = (found, WithOwnSts(found));
        }

        return new FetchedCredentials(await _usable!.GetCredentialsAsync(), DateTimeOffset.MinValue, DateTimeOffset.MinValue);
    }

    /// <inheritdoc/>
    protected override void ForgetSource()
    {
        switch (_usable)
        {
            case SharedCredentials role:
                role.Forget();
                break;
            case RefreshingAWSCredentials refreshing:
                refreshing.ClearCredentials();
                break;
        }
    }

    /// <inheritdoc/>
    protected override (string Error, string? Hint) Explain(Exception failure) => failure switch
    {
        ProfileNotFoundException =>
            ($"there is no profile '{DefaultAWSCredentialsIdentityResolver.GetProfileName()}', which AWS_PROFILE names, in the AWS configuration files", FilesHint),
        AmazonClientException when profile is not null && failure.Message.StartsWith("Unable to find the", StringComparison.Ordinal) =>
            ($"there is no profile '{profile}' in the AWS configuration files", FilesHint),
        AmazonClientException when failure.Message.StartsWith("Failed to resolve AWS credentials", StringComparison.Ordinal) =>
            ("nothing in the SDK's chain has any: environment, web identity, profile, container, instance",
             "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the pod, task or instance a role"),
        _ => base.Explain(failure),
    };

    /// <summary>The same, but with roles assumed in our way; see <see cref="AssumedRole"/>.</summary>
    private AWSCredentials WithOwnSts(AWSCredentials found) => found is AssumeRoleAWSCredentials role
        ? new AssumedRole(
            WithOwnSts(role.SourceCredentials),
            role.RoleArn,
            role.Options.ExternalId,
            role.RoleSessionName.StartsWith(SdkSessionName, StringComparison.Ordinal) ? sessionName : role.RoleSessionName,
            endpoint,
            Clock)
        : found;
}
