using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>Where credentials come from. Targets that agree in this share them, whatever their region: a role is then assumed once.</summary>
/// <param name="RoleArn">The role assumed on top; null for none.</param>
/// <param name="ExternalId">What the role asks for; null for nothing.</param>
/// <param name="Profile">The profile they start from; null for the SDK's default chain.</param>
/// <param name="StsRegion">The region of STS; null for that of its endpoint.</param>
internal readonly record struct CredentialKey(string? RoleArn, string? ExternalId, string? Profile, string? StsRegion = null)
{
    /// <summary>What the role is assumed from.</summary>
    public CredentialKey Source => new(null, null, Profile, StsRegion);

    /// <summary>Those of a target.</summary>
    public static CredentialKey Of(Target target) => new(target.RoleArn, target.ExternalId, target.Profile, target.StsRegion);
}
