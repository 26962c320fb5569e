using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Targets;

/// <summary>From the configuration to the targets of this replica.</summary>
internal static class TargetList
{
    /// <summary>The name of the one target that there is when none is configured.</summary>
    public const string DefaultName = "default";

    /// <summary>The targets, one for each region; those of other replicas left out.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="defaultRegion">Finds the region by the SDK's own chain, for targets that name none; it is given the target's profile.</param>
    /// <exception cref="TargetException">A target names no region, and neither does the SDK's chain.</exception>
    public static IReadOnlyList<Target> Of(ExporterOptions options, Func<string?, string?> defaultRegion)
    {
        var configured = options.Targets.Count > 0 ? options.Targets : [new TargetOptions { Name = DefaultName }];
        return [.. configured
            .SelectMany(target => Regions(target, defaultRegion).Select(region => Of(target, region)))
            .Where(target => RendezvousShard.OwnerOf(target, options.Shard.Count) == options.Shard.Index)];
    }

    /// <inheritdoc cref="RegionChain.Find"/>
    public static string? RegionOfTheSdk(string? profile) => RegionChain.Find(profile);

    private static IReadOnlyList<string> Regions(TargetOptions target, Func<string?, string?> defaultRegion) =>
        target.Regions.Count > 0
            ? target.Regions
            : [defaultRegion(target.Profile) ?? throw new TargetException(
                $"target '{target.Name}' has no region: give it one (targets: region), or set AWS_REGION, or a region in its AWS profile; EC2 instance metadata named none either")];

    private static Target Of(TargetOptions target, string region) => new()
    {
        Name = target.Name,
        Region = region,
        RoleArn = target.RoleArn,
        ExternalId = target.ExternalId,
        Profile = target.Profile,
        DataSetId = target.DataSetId,
        RevisionId = target.RevisionId,
        EndpointUrl = target.EndpointUrl,
    };
}
