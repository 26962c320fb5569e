using DxJobs.Core.Snapshots;

namespace DxJobs.Exporter.Web.Health;

/// <summary>Whether the first poll of every target has ended, well or badly. A replica that owns no target is ready.</summary>
internal static class Readiness
{
    /// <summary>The targets whose first poll has not ended, as <c>name/region</c>.</summary>
    public static IReadOnlyList<string> Missing(StatusBoard board) => [.. board.Targets.Where(t => t.LastPoll is null).Select(t => t.Target.ToString())];
}
