using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>The first full listing goes straight into a new ledger, which nobody uses unless the poll reads it all: a million jobs need not be held twice.</summary>
/// <param name="ledger">The new ledger.</param>
/// <param name="timestamp">The monotonic clock.</param>
internal sealed class FirstListing(JobLedger ledger, Func<long> timestamp) : IJobSink
{
    /// <inheritdoc/>
    public int Seen => ledger.Count;

    /// <inheritdoc/>
    public bool Upsert(JobKey key, Job job)
    {
        var rank = ledger.RankOf(key);
        if (rank < 0 || !(ledger.Matches(rank, job) || (ledger.IsFinal(rank) && !JobState.IsFinal(job.State))))
        {
            ledger.Validate(job, ledger.Count + 1);
            ledger.Upsert(key, job, timestamp());
        }
        else
        {
            ledger.Confirm(key, timestamp());
        }

        return rank < 0;
    }
}
