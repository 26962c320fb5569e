namespace DxJobs.Exporter.Ledger;

/// <summary>Takes in what the answers of one poll say, job by job.</summary>
internal interface IListingSink
{
    /// <summary>Distinct jobs seen so far.</summary>
    int Seen { get; }

    /// <summary>Takes in what an answer says of a job. True the first time that this poll sees it.</summary>
    bool See(JobKey key, ListedJob job);
}
