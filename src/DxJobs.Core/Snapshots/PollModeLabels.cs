namespace DxJobs.Core.Snapshots;

/// <summary>The modes as metrics, logs and pages spell them.</summary>
internal static class PollModeLabels
{
    /// <summary>The label value: <c>full</c> or <c>incremental</c>.</summary>
    public static string Label(this PollMode mode) => mode == PollMode.Full ? "full" : "incremental";
}
