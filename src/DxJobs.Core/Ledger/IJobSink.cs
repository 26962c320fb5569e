using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>Takes in what the answers of one poll say, job by job.</summary>
internal interface IJobSink
{
    /// <summary>Distinct jobs seen so far.</summary>
    int Seen { get; }

    /// <summary>Takes in what an answer says of a job. True the first time that this poll sees it.</summary>
    bool Upsert(JobKey key, Job job);
}
