namespace DxJobs.Exporter.Web.Api;

/// <summary>One poll in <see cref="TargetDocument"/>.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="DurationSeconds">How long it took.</param>
/// <param name="Mode"><c>full</c> or <c>incremental</c>.</param>
/// <param name="Outcome"><c>ok</c> or the class of the failure, as the metrics spell it.</param>
/// <param name="Pages">Pages of ListJobs read.</param>
/// <param name="Requests">HTTP attempts, retries included.</param>
/// <param name="Error">What went wrong, in a sentence.</param>
/// <param name="Hint">What to do about it.</param>
internal sealed record PollDocument(
    DateTimeOffset StartedAt, double DurationSeconds, string Mode, string Outcome, int Pages, int Requests, string? Error, string? Hint);
