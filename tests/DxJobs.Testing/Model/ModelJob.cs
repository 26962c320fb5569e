using DxJobs.Core.Jobs;

namespace DxJobs.Testing.Model;

/// <summary>A job of the model account.</summary>
internal sealed record ModelJob(string Id, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string State, string Type)
{
    public string? DataSetId { get; init; }

    /// <summary>Whether an event action started it: the ids decide.</summary>
    public bool IsAutoExport => Id[^1] is >= 'a' and <= 'f';

    public IReadOnlyList<JobError> Errors { get; init; } = [];

    public Job Listed => new()
    {
        Id = Id,
        Arn = $"arn:aws:dataexchange:us-east-1:{ModelAccount.AccountId}:jobs/{Id}",
        State = State,
        Type = Type,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        DataSetId = DataSetId,
        IsAutoExport = IsAutoExport,
        Errors = Errors,
    };
}
