namespace DxJobs.Exporter.Web.Api;

/// <summary>A number of error entries that name a limit, and its value as last reported, if it was.</summary>
internal sealed record LimitCount(string Type, string LimitName, long Count, double? LimitValue);
