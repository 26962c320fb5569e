namespace DxJobs.Core.Snapshots;

/// <summary>How much of the list a poll reads; the <c>mode</c> label.</summary>
internal enum PollMode
{
    /// <summary>Every page.</summary>
    Full,

    /// <summary>Only what can have changed since the last good poll.</summary>
    Incremental,
}
