namespace DxJobs.Core.Snapshots;

/// <summary>What identifies a polled target in statuses. The exporter's targets derive from it and add how to reach AWS.</summary>
internal record TargetIdentity
{
    /// <summary>The <c>target</c> label.</summary>
    public required string Name { get; init; }

    /// <summary>The AWS region's code, such as <c>us-east-1</c>; the <c>region</c> label.</summary>
    public required string Region { get; init; }

    /// <summary>Name and region: unique among the targets of a configuration, and what people call it in logs.</summary>
    public sealed override string ToString() => $"{Name}/{Region}";
}
