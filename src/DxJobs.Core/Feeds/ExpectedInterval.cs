namespace DxJobs.Core.Feeds;

/// <summary>How long after its last completed job a feed is late.</summary>
/// <param name="Value">The interval.</param>
/// <param name="Source">Where it comes from.</param>
internal readonly record struct ExpectedInterval(TimeSpan Value, IntervalSource Source);
