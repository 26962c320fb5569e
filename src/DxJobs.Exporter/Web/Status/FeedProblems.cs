using DxJobs.Core.Feeds;

namespace DxJobs.Exporter.Web.Status;

/// <summary>The feeds that the alerts DxJobsFeedFailing and DxJobsFeedLate would be about.</summary>
/// <param name="Failing">Failing feeds.</param>
/// <param name="Late">Late feeds.</param>
internal readonly record struct FeedProblems(int Failing, int Late)
{
    /// <summary>Whether there are any.</summary>
    public bool Any => Failing + Late > 0;

    /// <summary>Counts them.</summary>
    public static FeedProblems Of(StatusView view)
    {
        var states = view.Targets.SelectMany(target => target.Fresh?.Feeds ?? []).Select(feed => feed.StateAt(view.Now)).ToList();
        return new FeedProblems(states.Count(state => state == FeedState.Failing), states.Count(state => state == FeedState.Late));
    }

    /// <summary>Such as <c>2 feeds are failing and 1 feed is late</c>.</summary>
    public string Describe() => (Failing, Late) switch
    {
        (_, 0) => Describe(Failing, "failing"),
        (0, _) => Describe(Late, "late"),
        _ => $"{Describe(Failing, "failing")} and {Describe(Late, "late")}",
    };

    private static string Describe(int count, string state) => $"{DisplayFormat.Plural(count, "feed")} {(count == 1 ? "is" : "are")} {state}";
}
