namespace DxJobs.Core.Ledger;

/// <summary>What a poll has changed in the ledger.</summary>
/// <param name="Ended">The jobs seen to end.</param>
/// <param name="Corrections">Jobs that a full listing found different from what incremental polling held.</param>
internal readonly record struct CommitResult(IReadOnlyList<FinishedJob> Ended, int Corrections);
