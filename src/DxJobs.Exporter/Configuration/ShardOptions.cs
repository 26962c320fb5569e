namespace DxJobs.Exporter.Configuration;

/// <summary>Which part of the targets is this replica's. Index is 0 to Count − 1, and Count at least 1.</summary>
internal sealed record ShardOptions
{
    /// <summary>This replica's number; resolved from the host name's trailing ordinal when not configured and Count is over 1.</summary>
    public int Index { get; init; }

    /// <summary>The number of replicas. Default 1.</summary>
    public int Count { get; init; } = 1;
}
