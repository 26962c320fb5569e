namespace DxJobs.Exporter.Web.Page;

/// <summary>What a job's state means to someone who reads the page. A state that AWS adds later means nothing in particular.</summary>
internal static class JobState
{
    /// <summary>The states in the order in which a job goes through them, the good end before the bad ones.</summary>
    public static readonly IReadOnlyList<string> Known = ["WAITING", "IN_PROGRESS", "COMPLETED", "ERROR", "TIMED_OUT", "CANCELLED"];

    /// <summary>Whether a job in it can still change.</summary>
    public static bool IsOpen(string state) => state is "WAITING" or "IN_PROGRESS";

    /// <summary>Whether it is a bad end.</summary>
    public static bool IsFailed(string state) => state is "ERROR" or "TIMED_OUT";

    /// <summary>Whether it says that a job did or did not do its work: what a failure ratio is counted over.</summary>
    public static bool IsJudged(string state) => state is "COMPLETED" || IsFailed(state);

    /// <summary>The known ones first, then those that only AWS knows, by name.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> states) =>
        [.. Known, .. states.Distinct().Except(Known).Order(StringComparer.Ordinal)];
}
