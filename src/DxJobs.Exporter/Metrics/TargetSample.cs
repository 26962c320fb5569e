using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Metrics;

/// <summary>All that the series of one target are computed from, at one moment.</summary>
/// <param name="Target">The target.</param>
/// <param name="Status">What the board says of it; null before anything is posted.</param>
/// <param name="Fresh">Its last good snapshot, unless that is stale.</param>
/// <param name="Tally">What its poller has counted.</param>
/// <param name="Now">The moment.</param>
internal readonly record struct TargetSample(Target Target, TargetStatus? Status, TargetSnapshot? Fresh, TargetCounters Tally, DateTimeOffset Now = default);
