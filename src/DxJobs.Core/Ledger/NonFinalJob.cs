namespace DxJobs.Core.Ledger;

/// <summary>A job of the ledger that can still change.</summary>
/// <param name="Key">Which.</param>
/// <param name="Id">AWS's id, to ask for it alone.</param>
/// <param name="Depth">How many known jobs are newer: where in the list it stands.</param>
/// <param name="CreatedAt">When it was created, by AWS's clock.</param>
/// <param name="ConfirmedAt">Timestamp of the monotonic clock at which AWS last reported its state.</param>
internal readonly record struct NonFinalJob(JobKey Key, string Id, int Depth, DateTimeOffset CreatedAt, long ConfirmedAt);
