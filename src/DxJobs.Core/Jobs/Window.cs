using DxJobs.Core.Utilities;

namespace DxJobs.Core.Jobs;

/// <summary>A span of time before now, and how its user wrote it (<c>15m</c>), which is how the <c>window</c> label says it.</summary>
internal readonly record struct Window(string Label, TimeSpan Length)
{
    /// <summary>Reads a duration as Prometheus writes them.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Window Parse(string text) => new(text, PrometheusDuration.Parse(text));
}
