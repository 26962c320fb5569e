namespace DxJobs.Exporter.Web.Settings;

/// <summary>The section <c>rate_limit</c>: a token bucket over all requests but the probes.</summary>
/// <param name="Interval">Between two requests in the long run; more than zero.</param>
/// <param name="Burst">Requests that may come at once; at least 1.</param>
internal sealed record RateLimitSettings(TimeSpan Interval, int Burst);
