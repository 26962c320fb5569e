namespace DxJobs.Core.Jobs;

/// <summary>
/// What AWS says of one job in one answer: a JobEntry of ListJobs or the answer of GetJob, less all that the product does not use.
/// Source: the shape JobEntry of AWS's service model.
/// </summary>
internal sealed record Job
{
    /// <summary>AWS's unique identifier, 30 to 40 letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>The job's ARN, which names the account; null where AWS left it out.</summary>
    public string? Arn { get; init; }

    /// <summary>The state as AWS spells it.</summary>
    public required string State { get; init; }

    /// <summary>The type as AWS spells it.</summary>
    public required string Type { get; init; }

    /// <summary>When the job was created, by AWS's clock; what the list is sorted by.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the job last changed, by AWS's clock: for a job that is over, when it ended.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The data set of the job's details, where they name one.</summary>
    public string? DataSetId { get; init; }

    /// <summary>Whether an event action started the job (an auto-export).</summary>
    public bool IsAutoExport { get; init; }

    /// <summary>What the job works on; null for a job that completed or was cancelled.</summary>
    public JobDetails? Details { get; init; }

    /// <summary>The error entries; mostly none.</summary>
    public IReadOnlyList<JobError> Errors { get; init; } = [];
}
