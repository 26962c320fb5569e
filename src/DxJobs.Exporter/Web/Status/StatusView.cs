using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Web.Settings;

namespace DxJobs.Exporter.Web.Status;

/// <summary>All that the status page and its JSON say, taken from the board at one moment. Pages are functions of it alone.</summary>
internal sealed record StatusView
{
    /// <summary>The moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What is shown: every target, or those of one name; failing ones first, then by name and region.</summary>
    public required IReadOnlyList<TargetView> Targets { get; init; }

    /// <summary>The name that the view is narrowed to; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Targets on the board, those that the filter hides included.</summary>
    public required int TargetsOnBoard { get; init; }

    /// <summary>The windows of the jobs that ended lately, shortest first.</summary>
    public required IReadOnlyList<Window> Windows { get; init; }

    /// <summary>The middle window: long enough to mean something, short enough to be news. Null without windows.</summary>
    public string? HeadlineWindow => Windows.Count == 0 ? null : Windows[Windows.Count / 2].Label;

    /// <summary>From one poll of a target to the next.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>How old numbers may be and still be shown.</summary>
    public required TimeSpan StaleAfter { get; init; }

    /// <summary>How often the browser should ask again; null for never.</summary>
    public TimeSpan? RefreshEvery { get; init; }

    /// <summary>The exporter's version.</summary>
    public required string Version { get; init; }

    /// <summary>Where the metrics are, such as <c>/metrics</c>.</summary>
    public required string TelemetryPath { get; init; }

    /// <summary>Targets shown that are failing.</summary>
    public int Failing => Targets.Count(t => t.Failing);

    /// <summary>Targets shown whose first poll has not ended.</summary>
    public int Pending => Targets.Count(t => t.Health == TargetHealth.Pending);

    /// <summary>The latest failed jobs of all targets shown, newest first.</summary>
    public IEnumerable<(TargetView Target, FailedJob Job)> LatestFailures =>
        Targets.SelectMany(t => t.Status.LatestFailures.Select(j => (t, j))).OrderByDescending(f => f.j.EndedAt);

    /// <summary>Takes the view.</summary>
    /// <param name="board">The statuses.</param>
    /// <param name="options">The configuration in force.</param>
    /// <param name="now">The moment.</param>
    /// <param name="about">What the exporter says of itself.</param>
    /// <param name="filter">The only target name of interest; null or empty for all.</param>
    /// <param name="refresh">Whether the browser should ask again by itself.</param>
    public static StatusView Of(StatusBoard board, ExporterOptions options, DateTimeOffset now, ExporterInfo about, string? filter = null, bool refresh = true)
    {
        var all = board.Targets.Select(s => TargetView.Of(s, now, options.Poll.StaleAfter)).ToList();
        return new StatusView
        {
            Now = now,
            Targets =
            [
                .. all.Where(t => string.IsNullOrEmpty(filter) || t.Status.Target.Name == filter)
                    .OrderBy(t => t.Health)
                    .ThenBy(t => t.Status.Target.Name, StringComparer.Ordinal)
                    .ThenBy(t => t.Status.Target.Region, StringComparer.Ordinal),
            ],
            Filter = string.IsNullOrEmpty(filter) ? null : filter,
            TargetsOnBoard = all.Count,
            Windows = [.. options.Windows.OrderBy(w => w.Length)],
            Interval = options.Poll.Interval,
            StaleAfter = options.Poll.StaleAfter,
            RefreshEvery = refresh ? RefreshFor(options.Poll.Interval) : null,
            Version = about.Version,
            TelemetryPath = about.TelemetryPath,
        };
    }

    /// <summary>Twice an interval, so that a page is never much older than the polls; not under 10 s nor over 60 s.</summary>
    private static TimeSpan RefreshFor(TimeSpan interval) => TimeSpan.FromSeconds(Math.Clamp(Math.Round(interval.TotalSeconds / 2), 10, 60));
}
