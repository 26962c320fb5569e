namespace DxJobs.Exporter.Web.Health;

/// <summary>What a health check found.</summary>
/// <param name="Healthy">Whether to exit with 0.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Answered">Whether the exporter itself has said so.</param>
internal sealed record HealthcheckResult(bool Healthy, string Reason, bool Answered = true);
