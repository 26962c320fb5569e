using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Polling;

/// <summary>Is informed of targets and their polls.</summary>
internal interface IPollObserver
{
    /// <summary>Starts a target; does nothing to a target that is already there.</summary>
    void Introduce(Target target);

    /// <summary>A target has left the configuration.</summary>
    void Forget(Target target);

    /// <summary>One poll has ended. Called within the poll's span, for the exemplar.</summary>
    void PollEnded(Target target, PollMode mode, CallOutcome outcome, TimeSpan duration);

    /// <summary>A full listing found jobs that differ from what incremental polling held.</summary>
    void Corrected(Target target, int jobs);

    /// <summary>One job was seen to end.</summary>
    /// <param name="target">The target that lists it.</param>
    /// <param name="accountId">The <c>account_id</c> label.</param>
    /// <param name="key">Its final state and its type.</param>
    /// <param name="duration">From its CreatedAt to its UpdatedAt.</param>
    void JobEnded(Target target, string accountId, StateAndType key, TimeSpan duration);
}
