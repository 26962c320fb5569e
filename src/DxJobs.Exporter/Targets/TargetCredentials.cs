using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace DxJobs.Exporter.Targets;

/// <summary>Credentials of targets: the role's, the profile's, or the SDK's own chain. Those of an account are the same objects in all its regions, so that a role is assumed once.</summary>
/// <param name="standIn">Who calls in the place of the SDK's own chain; null for that chain.</param>
internal sealed class TargetCredentials(AWSCredentials? standIn = null)
{
    private readonly ConcurrentDictionary<(string Role, string? ExternalId, string? Profile, string Name), Lazy<AssumedRole>> _roles = new();

    /// <summary>Who calls for a target; null for the SDK's own chain, which each client asks itself.</summary>
    /// <exception cref="CredentialsException">There is no such profile.</exception>
    public AWSCredentials? Of(Target target)
    {
        var source = target.Profile is null ? standIn : OfProfile(target, target.Profile);
        return target.RoleArn is null
            ? source
            : _roles.GetOrAdd((target.RoleArn, target.ExternalId, target.Profile, target.Name), _ => new Lazy<AssumedRole>(() => new AssumedRole(target, source))).Value;
    }

    private static AWSCredentials OfProfile(Target target, string profile)
    {
        var chain = new CredentialProfileStoreChain();
        if (!chain.TryGetProfile(profile, out _))
        {
            throw new CredentialsException($"target '{target.Name}': there is no AWS profile '{profile}' in the shared configuration files");
        }

        return chain.TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : throw new CredentialsException($"target '{target.Name}': the AWS profile '{profile}' holds no credentials");
    }
}
