using DxJobs.Core.Jobs;

namespace DxJobs.Exporter.Web.Page;

/// <summary>How strongly a number of the matrix shows: a class of the style sheet, a colour for the kind of state and a depth from 0 to 5.</summary>
internal static class CellStyle
{
    /// <summary>
    /// The class for one number. Failures deepen with their share of the type's jobs that completed or failed, not with their number: ten failed
    /// jobs are nothing among ten thousand and everything among twelve. Open jobs deepen with their number; good ends stay pale.
    /// </summary>
    public static string Class(StateAndType key, long jobs, long judgedOfType) => key.State switch
    {
        _ when jobs == 0 => "none",
        "COMPLETED" => "done",
        _ when JobState.IsFailure(key.State) => "bad-" + Share(jobs, judgedOfType),
        _ when JobState.IsOpen(key.State) => "open-" + Magnitude(jobs),
        _ => "other",
    };

    private static int Share(long failed, long judged) => (failed * 100.0 / judged) switch
    {
        < 1 => 1,
        < 5 => 2,
        < 20 => 3,
        < 50 => 4,
        _ => 5,
    };

    private static int Magnitude(long jobs) => jobs switch
    {
        < 10 => 1,
        < 100 => 2,
        < 1000 => 3,
        _ => 4,
    };
}
