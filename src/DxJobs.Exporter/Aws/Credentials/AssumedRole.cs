using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Failures;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>
/// A role assumed on top of other credentials. The SDK's own class for this asks STS in the region of the process instead of the target's,
/// and under Native AOT it signs with credentials that are not the ones given to it.
/// </summary>
internal sealed class AssumedRole(
    AWSCredentials source, string roleArn, string? externalId, string sessionName, StsEndpoint endpoint, TimeProvider clock)
    : SharedCredentials($"role {roleArn} cannot be assumed", clock)
{
    /// <summary>How long before their end new ones are fetched.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task<FetchedCredentials> FetchAsync()
    {
        using var sts = endpoint.Open(source);
        var answer = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = roleArn, ExternalId = externalId, RoleSessionName = sessionName });
        return Fetched(answer.Credentials, Clock);
    }

    /// <summary>What STS lends, and how long it serves.</summary>
    internal static FetchedCredentials Fetched(Amazon.SecurityToken.Model.Credentials keys, TimeProvider clock)
    {
        var end = new DateTimeOffset(keys.Expiration!.Value.ToUniversalTime());

        // Where our clock is wrong they may seem to be over already; they are not, so they serve for a while in any case.
        var now = clock.GetUtcNow();
        var refreshAt = end - RenewBefore < now + AtLeast ? now + AtLeast : end - RenewBefore;
        return new FetchedCredentials(
            new ImmutableCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken), refreshAt, end < refreshAt ? refreshAt : end);
    }

    /// <inheritdoc/>
    protected override void ForgetSource() => (source as SharedCredentials)?.Forget();

    /// <inheritdoc/>
    protected override (string Error, string? Hint) Explain(Exception failure)
    {
        var (error, hint) = base.Explain(failure);
        return (error, failure is AmazonServiceException && FailureClassifier.Classify(failure) == CallOutcome.AccessDenied ? HintOf(failure) : hint);
    }

    private static string HintOf(Exception denied) => denied.Message.Contains("sts:TagSession", StringComparison.Ordinal)
        ? "the caller's session bears tags (EKS Pod Identity): allow sts:TagSession beside sts:AssumeRole, in the caller's policy and in the role's trust policy"
        : "check that the caller may sts:AssumeRole, and that the role's trust policy names the caller and the external_id";
}
