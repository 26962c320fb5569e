using System.Collections.Immutable;

namespace DxJobs.Core.Snapshots;

/// <summary>
/// The latest status of every target: pollers write, scrapes and pages read, and neither waits for the other.
/// A target is on the board from the moment it is polled to the moment the configuration drops it.
/// </summary>
internal sealed class StatusBoard
{
    private ImmutableSortedDictionary<(string Name, string Region), TargetStatus> _statuses = ImmutableSortedDictionary<(string, string), TargetStatus>.Empty;

    /// <summary>The statuses now, by target name and region.</summary>
    public IEnumerable<TargetStatus> Targets => Volatile.Read(ref _statuses).Values;

    /// <summary>The status of a target, if it is on the board; not that of another one under the same name and region.</summary>
    public TargetStatus? Find(TargetIdentity target) =>
        Volatile.Read(ref _statuses).TryGetValue((target.Name, target.Region), out var status) && status.Target == target ? status : null;

    /// <summary>Puts a status in the place of the target's former one.</summary>
    public void Post(TargetStatus status) =>
        ImmutableInterlocked.Update(ref _statuses, (all, s) => all.SetItem((s.Target.Name, s.Target.Region), s), status);

    /// <summary>Takes a target off the board.</summary>
    public void Remove(TargetIdentity target) =>
        ImmutableInterlocked.Update(ref _statuses, (all, t) => all.Remove((t.Name, t.Region)), target);
}
