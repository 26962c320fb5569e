using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Profiles;

namespace DxJobs.Exporter.Targets;

/// <summary>The region where a target's configuration names none, found as AWS's tools find it.</summary>
internal static class RegionChain
{
    /// <summary>
    /// <c>AWS_REGION</c>, else <c>AWS_DEFAULT_REGION</c>, else the profile's region, else the instance's (EC2 metadata). Never throws.
    /// </summary>
    /// <param name="profile">The target's profile; null for <c>AWS_PROFILE</c> or the one named <c>default</c>.</param>
    public static RegionLookup Find(string? profile)
    {
        if ((Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")) is { } region)
        {
            return new RegionLookup(region);
        }

        var files = AwsProfileFiles.Read();
        if (files.Profile(profile ?? Variable("AWS_PROFILE") ?? "default")?["region"] is { } ofProfile)
        {
            return new RegionLookup(ofProfile);
        }

        var instance = InstanceRegion.Find(Environment.GetEnvironmentVariable);
        return instance.Region is null && files.Problems.Count > 0 ? instance with { Note = files.Problems[0].ToString() } : instance;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value ? value : null;
}
