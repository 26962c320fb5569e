using DxJobs.Core.Failures;

namespace DxJobs.Core.Snapshots;

/// <summary>How one poll went.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Mode">How much it set out to read.</param>
/// <param name="Outcome"><see cref="CallOutcome.Ok"/> or the class of the failure.</param>
/// <param name="Pages">Pages of ListJobs that it read.</param>
/// <param name="Requests">HTTP attempts that it made, retries included.</param>
/// <param name="Error">What went wrong, in a sentence for people without secrets; null when it went well.</param>
/// <param name="Hint">What to do about it, where that is known.</param>
internal sealed record PollReport(
    DateTimeOffset StartedAt, TimeSpan Duration, PollMode Mode, CallOutcome Outcome, int Pages, int Requests, string? Error = null, string? Hint = null)
{
    /// <summary>Whether the poll read everything it needed.</summary>
    public bool Succeeded => Outcome == CallOutcome.Ok;
}
