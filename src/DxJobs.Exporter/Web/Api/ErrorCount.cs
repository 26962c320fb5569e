namespace DxJobs.Exporter.Web.Api;

/// <summary>A number of error entries.</summary>
internal sealed record ErrorCount(string Type, string Code, long Count);
