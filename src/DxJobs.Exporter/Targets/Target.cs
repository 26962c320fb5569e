using DxJobs.Core.Snapshots;

namespace DxJobs.Exporter.Targets;

/// <summary>
/// What one poller polls: an account in one region, optionally one data set or revision of it.
/// Equal options make equal targets, so that a reload can tell which ones it may keep.
/// </summary>
internal sealed record Target : TargetIdentity
{
    /// <summary>The region of a target whose region is not known yet.</summary>
    public const string UnknownRegion = "unknown";

    /// <inheritdoc cref="Configuration.TargetOptions.RoleArn"/>
    public string? RoleArn { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.ExternalId"/>
    public string? ExternalId { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.StsRegion"/>
    public string? StsRegion { get; init; }

    /// <summary>Why the region is not known yet; null if it is.</summary>
    public string? RegionProblem { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.Profile"/>
    public string? Profile { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.DataSetId"/>
    public string? DataSetId { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.RevisionId"/>
    public string? RevisionId { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.EndpointUrl"/>
    public Uri? EndpointUrl { get; init; }
}
