namespace DxJobs.Simulator.Account;

/// <summary>
/// A job and its whole life, past and to come: what it is at a time follows from these. Immutable; a request that changes the life
/// makes another one.
/// </summary>
public sealed record SimulatedJob
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The type as AWS spells it, or anything.</summary>
    public required string Type { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it starts; null if nobody ever starts it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ends; null if it never does.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ends.</summary>
    public string EndState { get; init; } = JobState.Completed;

    /// <summary>Its error entries once it has ended.</summary>
    public IReadOnlyList<SimulatedError> Errors { get; init; } = [];

    /// <summary>The data set that it works on.</summary>
    public string DataSetId { get; init; } = "";

    /// <summary>The revision that it works on.</summary>
    public string RevisionId { get; init; } = "";

    /// <summary>Its details as the request that created it had them, a JSON object of the type's shape; null for made-up ones.</summary>
    public string? Details { get; init; }

    /// <summary>The configuration of the assets that it makes, as the request that created it had it; null for none.</summary>
    public string? AssetConfiguration { get; init; }

    /// <summary>The state at a time.</summary>
    public string StateAt(DateTimeOffset now) =>
        EndedAt <= now ? EndState : StartedAt <= now ? JobState.InProgress : JobState.Waiting;

    /// <summary>The last change up to a time.</summary>
    public DateTimeOffset UpdatedAt(DateTimeOffset now) =>
        EndedAt <= now ? EndedAt.Value : StartedAt <= now ? StartedAt.Value : CreatedAt;

    /// <summary>The error entries at a time.</summary>
    public IReadOnlyList<SimulatedError> ErrorsAt(DateTimeOffset now) => EndedAt <= now ? Errors : [];
}
