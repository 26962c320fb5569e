using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>A job seen to end between two polls, or already over when first seen.</summary>
/// <param name="Job">The job as last listed.</param>
internal readonly record struct FinishedJob(Job Job)
{
    /// <summary>CreatedAt to UpdatedAt; never negative.</summary>
    public TimeSpan Duration => Job.UpdatedAt > Job.CreatedAt ? Job.UpdatedAt - Job.CreatedAt : TimeSpan.Zero;
}
