namespace DxJobs.EndToEnd.Tests.Prometheus;

/// <summary>A metric that dashboards and rules may name.</summary>
/// <param name="Name">As exposed.</param>
/// <param name="Kind">gauge, counter or histogram.</param>
/// <param name="Labels">Its labels, those of its target included.</param>
internal sealed record KnownMetric(string Name, string Kind, params string[] Labels);
