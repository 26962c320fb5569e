namespace DxJobs.Exporter.Metrics;

/// <summary>What a metric's series speak of, and so which labels they carry before the metric's own.</summary>
internal enum MetricScope
{
    /// <summary>The exporter itself: no labels but the metric's own.</summary>
    Process,

    /// <summary>How polling a target goes: <c>target</c>, <c>region</c>. There from the moment the target is configured.</summary>
    Target,

    /// <summary>What the account's API lists: <c>target</c>, <c>account_id</c>, <c>region</c>. Only while the target's last good poll is fresh.</summary>
    Account,
}
