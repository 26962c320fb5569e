namespace DxJobs.Core.Backfill;

/// <summary>A metric family that can be reconstructed from finished jobs.</summary>
/// <param name="Name">Family name in OpenMetrics, without <c>_total</c>.</param>
/// <param name="Type">gauge, counter or histogram.</param>
/// <param name="Help">HELP text.</param>
/// <param name="Series">
/// Enumerates the series of a target. Each one is computed into the given values, one per sample of the timeline, NaN for absent.
/// They are valid until the next series.
/// </param>
internal sealed record BackfillFamily(
    string Name,
    string Type,
    string Help,
    Func<BackfillTarget, BackfillTimeline, double[], IEnumerable<BackfillSeries>> Series);
