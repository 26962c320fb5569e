namespace DxJobs.Core.Snapshots;

/// <summary>A data set that may have its own series.</summary>
/// <param name="Id">The data set.</param>
/// <param name="NeedsAttention">Whether one of its feeds is failing or late.</param>
/// <param name="LastActive">UTC ticks of the newest change of its jobs.</param>
internal readonly record struct DataSetCandidate(string Id, bool NeedsAttention, long LastActive);
