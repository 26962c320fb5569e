namespace DxJobs.Simulator.Jobs;

/// <summary>Job states, as in AWS's service model.</summary>
public static class SimulatedJobState
{
    /// <summary>Created but not started.</summary>
    public const string Waiting = "WAITING";

    /// <summary>Started and not finished.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>Failed.</summary>
    public const string Error = "ERROR";

    /// <summary>Finished successfully.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>Cancelled before it was started.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Terminated by AWS after the maximum run time.</summary>
    public const string TimedOut = "TIMED_OUT";
}
