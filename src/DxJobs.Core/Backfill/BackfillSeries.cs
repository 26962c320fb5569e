namespace DxJobs.Core.Backfill;

/// <summary>A series of a metric family.</summary>
/// <param name="Name">Sample name.</param>
/// <param name="Labels">Labels besides those of the target.</param>
internal sealed record BackfillSeries(string Name, params (string Name, string Value)[] Labels);
