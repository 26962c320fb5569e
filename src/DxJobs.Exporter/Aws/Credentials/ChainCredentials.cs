using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Failures;
using DxJobs.Exporter.Profiles;

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
        Check();
        using var patience = new CancellationTokenSource(Patience, Clock);
        var config = new AmazonSecurityTokenServiceConfig { Profile = profile is null ? null : new Profile(profile) };
        var found = await chain.ResolveIdentityAsync(config, patience.Token);
        if (!ReferenceEquals(found, _found))
        {
            (_found, _usable) = (found, WithOwnSts(found));
        }

        return new FetchedCredentials(Trimmed(await _usable!.GetCredentialsAsync()), DateTimeOffset.MinValue, DateTimeOffset.MinValue);
    }

    /// <summary>What the SDK would report late or in misleading words is reported before it is asked.</summary>
    private void Check()
    {
        var files = AwsProfileFiles.Read();
        var named = profile ?? Environment.GetEnvironmentVariable("AWS_PROFILE");
        var hasOthers = profile is null && (Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") ?? Environment.GetEnvironmentVariable("AWS_WEB_IDENTITY_TOKEN_FILE")) is not null;
        if ((hasOthers ? files.Problems.Count > 0 : true) && ProfileCheck.Find(named ?? "default", files, required: named is not null) is var (error, hint))
        {
            // Nothing names the profile in the configuration where AWS_PROFILE does.
            throw new CredentialsException(
                profile is null && named is not null && files.Profile(named) is null && files.Problems.Count == 0
                    ? $"there is no profile '{named}', which AWS_PROFILE names, in the AWS configuration files"
                    : error,
                hint,
                null,
                isLocal: true);
        }
    }

    /// <summary>Key and token without white space around them, from whichever source.</summary>
    private static ImmutableCredentials Trimmed(ImmutableCredentials keys)
    {
        var (id, secret, token) = (keys.AccessKey.Trim(), keys.SecretKey.Trim(), keys.Token?.Trim());
        return id.Length == 0 || secret.Length == 0
            ? throw new CredentialsException("the access key is empty", "set the access key id and the secret access key", null, isLocal: true)
            : new ImmutableCredentials(id, secret, token);
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
        ProcessAWSCredentialException =>
            ($"credential_process of profile '{Named}' failed", "run the command yourself, as the user of this service, to see why"),
        _ when IsSignIn(failure) =>
            ($"the sign-in of profile '{Named}' (IAM Identity Center) has expired or is missing", $"run 'aws sso login --profile {Named}' as the user of this service"),
        ProfileNotFoundException =>
            ($"there is no profile '{DefaultAWSCredentialsIdentityResolver.GetProfileName()}', which AWS_PROFILE names, in the AWS configuration files", FilesHint),
        AmazonClientException when profile is not null && failure.Message.StartsWith("Unable to find the", StringComparison.Ordinal) =>
            ($"there is no profile '{profile}' in the AWS configuration files", FilesHint),
        AmazonClientException when failure.Message.StartsWith("Failed to resolve AWS credentials", StringComparison.Ordinal) =>
            ("nothing in the SDK's chain has any: environment, web identity, profile, container, instance",
             "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the pod, task or instance a role"),
        _ => base.Explain(failure),
    };

    private string Named => profile ?? Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "default";

    private bool IsSignIn(Exception failure) =>
        failure is not AmazonServiceException { StatusCode: not 0 and not System.Net.HttpStatusCode.Unauthorized }
        && AwsProfileFiles.Read().Profile(Named) is { } used && (used["sso_session"] ?? used["sso_start_url"]) is not null
        && failure is AmazonClientException or AmazonServiceException or InvalidOperationException
        && FailureClassifier.Classify(failure) is not (CallOutcome.Network or CallOutcome.Timeout or CallOutcome.Throttled or CallOutcome.Internal);

    /// <summary>The same, but with roles assumed in our way; see <see cref="AssumedRole"/>.</summary>
    private AWSCredentials WithOwnSts(AWSCredentials found) => found is AssumeRoleAWSCredentials role
        ? new AssumedRole(
            WithOwnSts(role.SourceCredentials),
            role.RoleArn,
            role.Options.ExternalId,
            role.RoleSessionName.StartsWith(SdkSessionName, StringComparison.Ordinal) ? sessionName : role.RoleSessionName,
            endpoint,
            Clock)
        : found is AssumeRoleWithWebIdentityCredentials pod
            ? new WebIdentityRole(
                pod.WebIdentityTokenFile,
                pod.RoleArn,
                Environment.GetEnvironmentVariable("AWS_ROLE_SESSION_NAME") is { Length: > 0 } given ? given : sessionName,
                endpoint,
                Clock)
            : found;
}
