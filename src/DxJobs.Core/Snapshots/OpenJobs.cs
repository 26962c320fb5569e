using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Snapshots;

/// <summary>The jobs WAITING or IN_PROGRESS: the oldest that is not abandoned, and the number of abandoned ones.</summary>
internal sealed class OpenJobs
{
    /// <summary>CreatedAt of the oldest job that is not abandoned; absent if there is none.</summary>
    public Dictionary<StateAndType, DateTimeOffset> OldestCreated { get; } = [];

    /// <summary>UpdatedAt of that job.</summary>
    public Dictionary<StateAndType, DateTimeOffset> OldestUpdated { get; } = [];

    /// <summary>Abandoned jobs. Zero-filled.</summary>
    public Dictionary<StateAndType, long> Abandoned { get; } = ZeroFilled.OpenJobs.ToDictionary(key => key, _ => 0L);

    /// <summary>Reads them from the ledger.</summary>
    /// <param name="ledger">The jobs.</param>
    /// <param name="now">The time by AWS's clock.</param>
    /// <param name="abandonedAfter">The age from which an open job counts as abandoned.</param>
    public static OpenJobs From(JobLedger ledger, DateTimeOffset now, TimeSpan abandonedAfter)
    {
        var open = new OpenJobs();
        foreach (var job in ledger.Open())
        {
            open.Add(job, now - job.CreatedAt > abandonedAfter);
        }

        return open;
    }

    private void Add(OpenJob job, bool isAbandoned)
    {
        if (isAbandoned)
        {
            Abandoned[job.Key] = Abandoned.GetValueOrDefault(job.Key) + 1;
        }
        else if (!OldestCreated.TryGetValue(job.Key, out var oldest)
            || (job.CreatedAt, job.UpdatedAt).CompareTo((oldest, OldestUpdated[job.Key])) < 0)
        {
            (OldestCreated[job.Key], OldestUpdated[job.Key]) = (job.CreatedAt, job.UpdatedAt);
        }
    }
}
