namespace DxJobs.Core.Feeds;

/// <summary>States and sources as metrics and JSON spell them.</summary>
internal static class FeedLabels
{
    /// <summary>The <c>source</c> label.</summary>
    public static string Label(this IntervalSource source) => source switch
    {
        IntervalSource.Configured => "configured",
        IntervalSource.Weekly => "weekly",
        _ => "longest_gap",
    };

    /// <summary><c>ok</c>, <c>late</c> or <c>failing</c>.</summary>
    public static string Label(this FeedState state) => state switch
    {
        FeedState.Failing => "failing",
        FeedState.Late => "late",
        _ => "ok",
    };
}
