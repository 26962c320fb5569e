namespace DxJobs.Core.Feeds;

/// <summary>How a feed is doing.</summary>
internal enum FeedState
{
    /// <summary>Its newest job completed, and it is not late.</summary>
    Ok,

    /// <summary>No job completed within the expected interval.</summary>
    Late,

    /// <summary>A job failed, and none has completed since.</summary>
    Failing,
}
