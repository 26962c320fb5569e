namespace DxJobs.Exporter.Web.Status;

/// <summary>The whole page in one line, and what it should feel like.</summary>
/// <param name="Headline">Such as <c>2 of 14 targets failing</c>.</param>
/// <param name="Severity">A class of the style sheet: good, bad or wait.</param>
internal sealed record OverallStatus(string Headline, string Severity)
{
    /// <summary>Judges whether the targets can be read, for else nothing is known; then whether their jobs fail.</summary>
    public static OverallStatus Of(StatusView view) => view switch
    {
        { Targets.Count: 0 } => new OverallStatus("No targets here", "wait"),
        { Failing: > 0 } => new OverallStatus($"{DisplayFormat.Count(view.Failing)} of {DisplayFormat.Plural(view.Targets.Count, "target")} failing", "bad"),
        { Pending: > 0 } => new OverallStatus($"{DisplayFormat.Count(view.Pending)} of {DisplayFormat.Plural(view.Targets.Count, "target")} waiting for the first poll", "wait"),
        _ when Spike.Of(view) is { Count: > 0 } spikes => new OverallStatus(Failing(view, spikes), "bad"),
        _ when FeedProblems.Of(view) is { Any: true } feeds => new OverallStatus(
            $"{(view.Targets.Count == 1 ? "The target is up" : "All targets are up")}, but {feeds.Describe()}", "bad"),
        { Targets.Count: 1 } => new OverallStatus("The target is up", "good"),
        _ => new OverallStatus($"All good: {DisplayFormat.Count(view.Targets.Count)} targets up", "good"),
    };

    private static string Failing(StatusView view, IReadOnlyList<Spike> spikes)
    {
        var types = spikes.Select(s => s.Type).Distinct().ToList();
        var what = types.Count == 1 ? types[0] + " jobs fail" : $"jobs of {DisplayFormat.Plural(types.Count, "type")} fail";
        return view.Targets.Count == 1 ? $"The target is up, but {what}" : $"All targets are up, but {what}";
    }
}
