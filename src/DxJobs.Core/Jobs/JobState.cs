namespace DxJobs.Core.Jobs;

/// <summary>The states of a job, and which of them last. Source: the enum State of AWS's service model.</summary>
internal static class JobState
{
    /// <summary>Created and not yet started; can change.</summary>
    public const string Waiting = "WAITING";

    /// <summary>Started and not yet over; can change.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>Failed; final.</summary>
    public const string Error = "ERROR";

    /// <summary>Done; final.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>Cancelled while it was waiting; final.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Given up by AWS; final.</summary>
    public const string TimedOut = "TIMED_OUT";

    /// <summary>The states that a job never leaves.</summary>
    public static readonly IReadOnlyList<string> Final = [Error, Completed, Cancelled, TimedOut];

    /// <summary>The states in the order in which a job goes through them, the good end before the bad ones.</summary>
    public static readonly IReadOnlyList<string> DisplayOrder = [Waiting, InProgress, Completed, Error, TimedOut, Cancelled];

    /// <summary>
    /// Whether a job in this state never changes again. Of a state that AWS adds later nobody knows yet, so it counts as one that can
    /// change: such jobs are asked for again, which costs calls and never the truth.
    /// </summary>
    public static bool IsFinal(string state) => state is Error or Completed or Cancelled or TimedOut;

    /// <summary>Whether the job is WAITING or IN_PROGRESS.</summary>
    public static bool IsOpen(string state) => state is Waiting or InProgress;

    /// <summary>Whether the job ended badly: ERROR or TIMED_OUT.</summary>
    public static bool IsFailure(string state) => state is Error or TimedOut;

    /// <summary>Whether the state counts for a failure ratio: COMPLETED, ERROR or TIMED_OUT.</summary>
    public static bool IsJudged(string state) => state is Completed || IsFailure(state);

    /// <summary>The documented states in <see cref="DisplayOrder"/>, then any others by name.</summary>
    public static IReadOnlyList<string> InDisplayOrder(IEnumerable<string> states) =>
        [.. DisplayOrder, .. states.Distinct().Except(DisplayOrder).Order(StringComparer.Ordinal)];
}
