namespace DxJobs.Exporter.Configuration;

/// <summary>What is logged besides the exporter's own events.</summary>
internal sealed record LogOptions
{
    /// <summary>Whether each job observed to fail is a log line. Default true.</summary>
    public bool FailedJobs { get; init; } = true;
}
