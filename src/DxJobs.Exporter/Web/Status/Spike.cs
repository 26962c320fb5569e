using DxJobs.Core.Jobs;

namespace DxJobs.Exporter.Web.Status;

/// <summary>A type of job that mostly fails at a target lately, by the measure of the alerts: a share of what ended, and a number.</summary>
/// <param name="Target">Where.</param>
/// <param name="Type">What.</param>
/// <param name="Failed">How many failed within the window.</param>
/// <param name="Judged">How many completed or failed within it.</param>
internal sealed record Spike(TargetView Target, string Type, long Failed, long Judged)
{
    private const int Floor = 5;
    private const double Ratio = 0.25;

    /// <summary>Those of the view, the most failed jobs first.</summary>
    public static IReadOnlyList<Spike> Of(StatusView view) =>
        view.HeadlineWindow is { } window
            ? [.. view.Targets.SelectMany(t => Of(t, window)).OrderByDescending(s => s.Failed).ThenBy(s => s.Type, StringComparer.Ordinal)]
            : [];

    private static IEnumerable<Spike> Of(TargetView target, string window) => target.Fresh is not { } fresh
        ? []
        : fresh.RecentlyFinished
            .Where(f => f.Key.Window == window && JobState.IsJudged(f.Key.State))
            .GroupBy(f => f.Key.Type)
            .Select(g => new Spike(target, g.Key, g.Where(f => JobState.IsFailure(f.Key.State)).Sum(f => f.Value), g.Sum(f => f.Value)))
            .Where(s => s.Failed >= Floor && s.Failed > Ratio * s.Judged);
}
