namespace DxJobs.Exporter.Ledger;

/// <summary>The first full listing goes straight into a new ledger, which nobody uses unless the poll reads it all: a million jobs need not be held twice.</summary>
internal sealed class FirstListing(JobLedger ledger) : IListingSink
{
    /// <inheritdoc/>
    public int Seen => ledger.Count;

    /// <inheritdoc/>
    public bool See(JobKey key, ListedJob job)
    {
        var rank = ledger.RankOf(key);
        if (rank < 0 || !(ledger.Holds(rank, job) || (ledger.IsFinal(rank) && !JobStates.IsFinal(job.State))))
        {
            ledger.Admit(job, ledger.Count + 1);
            ledger.Put(key, job);
        }

        return rank < 0;
    }
}
