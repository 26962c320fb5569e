namespace DxJobs.Simulator.Jobs;

/// <summary>
/// A job with its complete life cycle, past and future: state, UpdatedAt and errors at any time follow from it. Immutable; a
/// request that changes the life cycle replaces the job.
/// </summary>
public sealed record SimulatedJob
{
    /// <summary>Job id.</summary>
    public required string Id { get; init; }

    /// <summary>Job type; any text is accepted.</summary>
    public required string Type { get; init; }

    /// <summary>Creation time.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Start time; null if the job is never started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>End time; null if the job never finishes.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Final state.</summary>
    public string EndState { get; init; } = SimulatedJobState.Completed;

    /// <summary>Error entries, visible once the job has finished.</summary>
    public IReadOnlyList<SimulatedError> Errors { get; init; } = [];

    /// <summary>Data set id.</summary>
    public string DataSetId { get; init; } = "";

    /// <summary>Revision id.</summary>
    public string RevisionId { get; init; } = "";

    /// <summary>Name used in the buckets and keys of synthetic details.</summary>
    public string ContentName { get; init; } = "feed";

    /// <summary>Event action that started the job (auto-export); null if none.</summary>
    public string? EventActionId { get; init; }

    /// <summary>Details of the job's type as a JSON object, as requested by CreateJob; null for synthetic details.</summary>
    public string? Details { get; init; }

    /// <summary>AssetConfiguration as a JSON object, as requested by CreateJob; null if none.</summary>
    public string? AssetConfiguration { get; init; }

    /// <summary>State at a point in time.</summary>
    public string StateAt(DateTimeOffset now) =>
        EndedAt <= now ? EndState : StartedAt <= now ? SimulatedJobState.InProgress : SimulatedJobState.Waiting;

    /// <summary>UpdatedAt at a point in time.</summary>
    public DateTimeOffset UpdatedAt(DateTimeOffset now) =>
        EndedAt <= now ? EndedAt.Value : StartedAt <= now ? StartedAt.Value : CreatedAt;

    /// <summary>Error entries at a point in time.</summary>
    public IReadOnlyList<SimulatedError> ErrorsAt(DateTimeOffset now) => EndedAt <= now ? Errors : [];
}
