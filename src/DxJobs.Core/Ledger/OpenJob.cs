using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>A job that is WAITING or IN_PROGRESS.</summary>
/// <param name="Key">Its state and type.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it last changed: for a job IN_PROGRESS the best available start time.</param>
internal readonly record struct OpenJob(StateAndType Key, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
