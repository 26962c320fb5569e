namespace DxJobs.Exporter.Commands;

/// <summary>An error entry of a job.</summary>
internal sealed record JobErrorDocument(
    string Code, string? Message, string? LimitName, double? LimitValue, string? ResourceId, string? ResourceType);
