using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Targets;

/// <summary>From the configuration to the targets of this replica.</summary>
internal static class TargetList
{
    /// <summary>The name of the one target that there is when none is configured.</summary>
    public const string DefaultName = "default";

    /// <summary>The targets of this replica, one for each region.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="defaultRegion">Finds the region by the SDK's own chain, for targets that name none; it is given the target's profile.</param>
    /// <exception cref="TargetException">A target names no region, and every source answered without one.</exception>
    public static IReadOnlyList<Target> Of(ExporterOptions options, Func<string?, RegionLookup> defaultRegion) =>
        OfReplica(All(options, defaultRegion), options.Shard);

    /// <summary>Those of the targets that a replica polls.</summary>
    public static IReadOnlyList<Target> OfReplica(IReadOnlyList<Target> targets, ShardOptions shard) =>
        [.. targets.Where(target => RendezvousShard.OwnerOf(target, shard.Count) == shard.Index)];

    /// <summary>The targets of all replicas.</summary>
    /// <inheritdoc cref="Of(ExporterOptions, Func{string, RegionLookup})"/>
    public static IReadOnlyList<Target> All(ExporterOptions options, Func<string?, RegionLookup> defaultRegion)
    {
        var configured = options.Targets.Count > 0 ? options.Targets : [new TargetOptions { Name = DefaultName }];
        var lookups = new Dictionary<string, RegionLookup>(StringComparer.Ordinal);
        return [.. configured.SelectMany(target => target.Regions.Count > 0
            ? target.Regions.Select(region => Of(target, region))
            : [WithDefaultRegion(target, Lookup(target.Profile))])];

        RegionLookup Lookup(string? profile)
        {
            if (!lookups.TryGetValue(profile ?? "", out var found))
            {
                lookups.Add(profile ?? "", found = defaultRegion(profile));
            }

            return found;
        }
    }

    /// <inheritdoc cref="RegionChain.Find"/>
    public static RegionLookup RegionOfTheSdk(string? profile) => RegionChain.Find(profile);

    private static Target WithDefaultRegion(TargetOptions target, RegionLookup found) => found switch
    {
        { Region: { } region } => Of(target, region),
        { Unreachable: { } reason } => Of(target, Target.UnknownRegion) with { RegionProblem = reason },
        _ => throw new TargetException(
            $"target '{target.Name}' has no region: set the target's region, AWS_REGION, or region in its AWS profile; EC2 instance metadata is disabled or has none"
            + (found.Note is null ? "" : $" ({found.Note})")),
    };

    private static Target Of(TargetOptions target, string region) => new()
    {
        Name = target.Name,
        Region = region,
        RoleArn = target.RoleArn,
        ExternalId = target.ExternalId,
        StsRegion = target.StsRegion,
        Profile = target.Profile,
        DataSetId = target.DataSetId,
        RevisionId = target.RevisionId,
        EndpointUrl = target.EndpointUrl,
    };
}
