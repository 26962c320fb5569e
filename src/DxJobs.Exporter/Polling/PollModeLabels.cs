using DxJobs.Exporter.Polling;

namespace DxJobs.Exporter.Metrics;

/// <summary>How poll modes are spelt in labels.</summary>
internal static class PollModeLabels
{
    /// <summary>The label value: <c>full</c> or <c>incremental</c>.</summary>
    public static string Label(this PollMode mode) => mode == PollMode.Full ? "full" : "incremental";
}
