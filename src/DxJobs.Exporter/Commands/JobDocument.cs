namespace DxJobs.Exporter.Commands;

/// <summary>A job in the JSON output of <c>jobs</c>. Absent values are left out.</summary>
internal sealed record JobDocument(
    string Target,
    string AccountId,
    string Region,
    string JobId,
    string State,
    string Type,
    string? DataSetId,
    string? DataSetName,
    string? RevisionId,
    string? Asset,
    string? Source,
    string? Destination,
    string? KmsKeyArn,
    string? EventActionArn,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<JobErrorDocument> Errors,
    string Command);
