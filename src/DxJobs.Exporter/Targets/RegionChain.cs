using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace DxJobs.Exporter.Targets;

/// <summary>The region where a target's configuration names none, found as AWS's tools find it.</summary>
internal static class RegionChain
{
    /// <summary>
    /// <c>AWS_REGION</c>, else <c>AWS_DEFAULT_REGION</c>, else the profile's region, else the instance's (EC2 metadata, which
    /// can take seconds where there is none); null when nothing says.
    /// </summary>
    /// <param name="profile">The target's profile; null for <c>AWS_PROFILE</c> or the one named <c>default</c>.</param>
    public static string? Find(string? profile) =>
        Variable(EnvironmentVariableAWSRegion.ENVIRONMENT_VARIABLE_REGION)
        ?? Variable(EnvironmentVariableAWSRegion.ENVIRONMENT_VARIABLE_DEFAULT_REGION)
        ?? OfProfile(profile ?? Variable("AWS_PROFILE") ?? "default")
        ?? OfInstance();

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static string? OfProfile(string name) =>
        new CredentialProfileStoreChain().TryGetProfile(name, out var profile) ? profile.Region?.SystemName : null;

    private static string? OfInstance()
    {
        try
        {
            // Not the SDK's own chain: that remembers the first region that it found, for whichever target.
            return new InstanceProfileAWSRegion().Region?.SystemName;
        }
        catch (Exception e) when (e is InvalidOperationException or AmazonClientException or AmazonServiceException or HttpRequestException)
        {
            return null;
        }
    }
}
