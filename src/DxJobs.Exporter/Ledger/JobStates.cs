namespace DxJobs.Exporter.Ledger;

/// <summary>The states of a job, and which of them last. Source: the enum State of AWS's service model.</summary>
internal static class JobStates
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

    /// <summary>
    /// Whether a job in this state never changes again. Of a state that AWS adds later nobody knows yet, so it counts as one that can
    /// change: such jobs are asked for again, which costs calls and never the truth.
    /// </summary>
    public static bool IsFinal(string state) => state is Error or Completed or Cancelled or TimedOut;

    /// <summary>Whether the job is WAITING or IN_PROGRESS.</summary>
    public static bool IsOpen(string state) => state is Waiting or InProgress;

    /// <summary>Whether the job ended badly: ERROR or TIMED_OUT.</summary>
    public static bool IsFailure(string state) => state is Error or TimedOut;
}
