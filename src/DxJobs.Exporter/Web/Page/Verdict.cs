namespace DxJobs.Exporter.Web.Page;

/// <summary>The whole page in one line, and what it should feel like.</summary>
/// <param name="Headline">Such as <c>2 of 14 targets failing</c>.</param>
/// <param name="Tone">A class of the style sheet: good, bad or wait.</param>
internal sealed record Verdict(string Headline, string Tone)
{
    /// <summary>Judges the exporter's own work: whether the targets can be read. How their jobs do is said beside it.</summary>
    public static Verdict Of(StatusView view) => view switch
    {
        { Targets.Count: 0 } => new Verdict("No targets here", "wait"),
        { Failing: > 0 } => new Verdict($"{Words.Count(view.Failing)} of {Words.Plural(view.Targets.Count, "target")} failing", "bad"),
        { Pending: > 0 } => new Verdict($"{Words.Count(view.Pending)} of {Words.Plural(view.Targets.Count, "target")} waiting for the first poll", "wait"),
        { Targets.Count: 1 } => new Verdict("The target is up", "good"),
        _ => new Verdict($"All good: {Words.Count(view.Targets.Count)} targets up", "good"),
    };
}
