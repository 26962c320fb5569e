using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;

namespace DxJobs.Exporter.Web.Status;

/// <summary>One target at one moment: its status, and what may be shown of it then.</summary>
/// <param name="Status">What the board holds.</param>
/// <param name="Health">How it is doing.</param>
/// <param name="Fresh">Its numbers, unless they are too old to show.</param>
internal sealed record TargetView(TargetStatus Status, TargetHealth Health, TargetSnapshot? Fresh)
{
    /// <summary>Whether it is one that someone has to look at.</summary>
    public bool Failing => Health is TargetHealth.Stale or TargetHealth.Failing;

    /// <summary>Jobs WAITING or IN_PROGRESS; null without fresh numbers.</summary>
    public long? OpenJobs => Fresh?.Jobs.Where(j => JobState.IsOpen(j.Key.State)).Sum(j => j.Value);

    /// <summary>Looks at a status from <paramref name="now"/>.</summary>
    public static TargetView Of(TargetStatus status, DateTimeOffset now, TimeSpan staleAfter)
    {
        var fresh = status.FreshSnapshot(now, staleAfter);
        var health = status switch
        {
            { LastPoll: null } => TargetHealth.Pending,
            _ when fresh is null => TargetHealth.Stale,
            { Up: false } => TargetHealth.Failing,
            _ => TargetHealth.Up,
        };
        return new TargetView(status, health, fresh);
    }
}
