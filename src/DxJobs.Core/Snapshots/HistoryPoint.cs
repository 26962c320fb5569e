namespace DxJobs.Core.Snapshots;

/// <summary>One good poll, for the small charts of the status page.</summary>
/// <param name="At">When the poll ended.</param>
/// <param name="Open">Jobs WAITING or IN_PROGRESS then.</param>
/// <param name="Completed">Jobs seen to end COMPLETED since the poll before.</param>
/// <param name="Failed">Jobs seen to end in ERROR or TIMED_OUT since the poll before.</param>
internal readonly record struct HistoryPoint(DateTimeOffset At, int Open, int Completed, int Failed);
