namespace DxJobs.Exporter.Web.Api;

/// <summary>A number of jobs.</summary>
internal sealed record JobCount(string State, string Type, long Count);
