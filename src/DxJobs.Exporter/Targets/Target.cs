namespace DxJobs.Exporter.Targets;

/// <summary>
/// What one poller polls: an account in one region, optionally one data set or revision of it.
/// Equal options make equal targets, so that a reload can tell which ones it may keep.
/// </summary>
internal sealed record Target
{
    /// <summary>The <c>target</c> label.</summary>
    public required string Name { get; init; }

    /// <summary>The AWS region's code, such as <c>us-east-1</c>; the <c>region</c> label.</summary>
    public required string Region { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.RoleArn"/>
    public string? RoleArn { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.ExternalId"/>
    public string? ExternalId { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.Profile"/>
    public string? Profile { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.DataSetId"/>
    public string? DataSetId { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.RevisionId"/>
    public string? RevisionId { get; init; }

    /// <inheritdoc cref="Configuration.TargetOptions.EndpointUrl"/>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Name and region: unique among the targets of a configuration, and what people call it in logs.</summary>
    public override string ToString() => $"{Name}/{Region}";
}
