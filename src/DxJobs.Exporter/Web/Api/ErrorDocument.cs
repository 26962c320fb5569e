namespace DxJobs.Exporter.Web.Api;

/// <summary>An error entry of a failed job.</summary>
internal sealed record ErrorDocument(string Code, string Message, string? LimitName, double? LimitValue, string? ResourceId, string? ResourceType);
