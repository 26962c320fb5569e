namespace DxJobs.Exporter.Web.Api;

/// <summary>A number of jobs that ended within a window such as <c>15m</c>.</summary>
internal sealed record FinishedCount(string State, string Type, string Window, long Count);
