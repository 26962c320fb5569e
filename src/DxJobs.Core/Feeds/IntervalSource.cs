namespace DxJobs.Core.Feeds;

/// <summary>Where an expected interval comes from; the <c>source</c> label.</summary>
internal enum IntervalSource
{
    /// <summary>The configuration (<c>data_sets.expected</c>).</summary>
    Configured,

    /// <summary>The waits from the same time of the week in past weeks.</summary>
    Weekly,

    /// <summary>The longest gap between completions.</summary>
    LongestGap,
}
