namespace DxJobs.Exporter.Web.Status;

/// <summary>How a target is doing, worst first: the order in which people want to read of them.</summary>
internal enum TargetHealth
{
    /// <summary>Nothing good for so long that its numbers are no longer shown.</summary>
    Stale,

    /// <summary>The last poll failed; the numbers are those of the last good one.</summary>
    Failing,

    /// <summary>The first poll has not ended yet.</summary>
    Pending,

    /// <summary>The last poll succeeded and is recent.</summary>
    Up,
}
