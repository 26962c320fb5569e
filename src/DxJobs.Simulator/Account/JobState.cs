namespace DxJobs.Simulator.Account;

/// <summary>The states of a job, as AWS's service model spells them.</summary>
public static class JobState
{
    /// <summary>Created, not started.</summary>
    public const string Waiting = "WAITING";

    /// <summary>Started, not over.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>Failed.</summary>
    public const string Error = "ERROR";

    /// <summary>Done.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>Cancelled while it was waiting.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Given up by AWS.</summary>
    public const string TimedOut = "TIMED_OUT";
}
