namespace DxJobs.Exporter.Configuration;

/// <summary>One entry under <c>targets</c>: an account, polled in one or more regions.</summary>
internal sealed record TargetOptions
{
    /// <summary>Unique; the <c>target</c> label.</summary>
    public required string Name { get; init; }

    /// <summary>The regions polled (<c>region</c> or <c>regions</c>); empty means the SDK's own region chain.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The role assumed for every call; null for the credentials as found.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The external id given when the role is assumed; only with a role.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The region whose STS assumes the role, and for which those requests are signed; null for that of the STS endpoint.</summary>
    public string? StsRegion { get; init; }

    /// <summary>A profile of the shared AWS configuration files; null for the default chain.</summary>
    public string? Profile { get; init; }

    /// <summary>Only the jobs of this data set.</summary>
    public string? DataSetId { get; init; }

    /// <summary>Only the jobs of this revision.</summary>
    public string? RevisionId { get; init; }

    /// <summary>Where the API is, if not at AWS's own endpoint of the region.</summary>
    public Uri? EndpointUrl { get; init; }
}
