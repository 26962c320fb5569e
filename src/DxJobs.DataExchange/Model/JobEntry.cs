namespace Amazon.DataExchange.Model;

/// <summary>A job as ListJobs lists it.</summary>
public class JobEntry
{
    /// <summary>The job's ARN, which holds the account id and the region.</summary>
    public string? Arn { get; set; }

    /// <summary>When the job was created, UTC. AWS deletes jobs 90 days later.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>What the job works on.</summary>
    public ResponseDetails? Details { get; set; }

    /// <summary>What went wrong; null or empty when nothing did.</summary>
    public List<JobError>? Errors { get; set; }

    /// <summary>The job's id.</summary>
    public string? Id { get; set; }

    /// <summary>Where the job stands.</summary>
    public State? State { get; set; }

    /// <summary>What the job does.</summary>
    public Type? Type { get; set; }

    /// <summary>When the job last changed, UTC; of a job that is over, when it ended.</summary>
    public DateTime? UpdatedAt { get; set; }
}
