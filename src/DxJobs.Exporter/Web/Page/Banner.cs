using DxJobs.Core.Jobs;
using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Page;

/// <summary>The top of the page: the verdict, the jobs in one sentence, and how fresh all of it is.</summary>
internal static class Banner
{
    private const int SpikesShown = 3;

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var verdict = OverallStatus.Of(view);
        using (html.Element("header", ("class", "banner " + verdict.Severity)))
        {
            html.TextElement("p", "AWS Data Exchange jobs", ("class", "product"));
            using (html.Element("h1"))
            {
                html.TextElement("span", Icon(verdict.Severity), ("class", "icon"), ("aria-hidden", "true")).Text(" " + verdict.Headline);
            }

            html.TextElement("p", Jobs(view), ("class", "jobs"));
            Spikes(html, view);
            Freshness(html, view);
            if (view.Targets.Count > 0)
            {
                using (html.Element("nav", ("aria-label", "On this page")))
                {
                    html.TextElement("a", "Targets", ("href", "#targets")).Text(" ").TextElement("a", "Jobs by state and type", ("href", "#jobs")).Text(" ");
                    html.TextElement("a", "Latest failures", ("href", "#failures"));
                }
            }
        }
    }

    private static string Icon(string tone) => tone switch
    {
        "good" => "✓",
        "bad" => "✕",
        _ => "…",
    };

    private static string Jobs(StatusView view)
    {
        if (view.Targets.All(t => t.Fresh is null))
        {
            return view.Targets.Count == 0 ? "There are no jobs to show." : "No numbers yet, or none fresh enough to show.";
        }

        var tally = StatusTotals.Of(view);
        var listed = tally.ByStateAndType.Values.Sum();
        if (listed == 0)
        {
            return "AWS lists no jobs: none was created in the last 90 days.";
        }

        var open = $"{DisplayFormat.Plural(tally.Open, "job")} open";
        if (view.HeadlineWindow is not { } label)
        {
            return $"{open}, {DisplayFormat.Count(listed)} listed.";
        }

        var failed = tally.Ended(label, JobState.IsFailure);
        var judged = tally.Ended(label, JobState.IsJudged);
        return judged == 0
            ? $"No job completed or failed in the last {label}. {open}, {DisplayFormat.Count(listed)} listed."
            : $"{DisplayFormat.Count(failed)} of {DisplayFormat.Plural(judged, "job")} that ended in the last {label} failed ({DisplayFormat.Share(failed, judged)}). "
                + $"{open}, {DisplayFormat.Count(listed)} listed.";
    }

    /// <summary>What broke and where, when it did; the causes and the jobs stand further down.</summary>
    private static void Spikes(HtmlWriter html, StatusView view)
    {
        var spikes = Spike.Of(view);
        foreach (var spike in spikes.Take(SpikesShown))
        {
            var target = spike.Target.Status.Target;
            using (html.Element("p", ("class", "spike")))
            {
                using (html.Element("a", ("href", PageLinks.Page(target.Name, view.RefreshEvery is not null))))
                {
                    html.TextElement("bdi", target.Name);
                }

                html.Text($" {target.Region}: {DisplayFormat.Count(spike.Failed)} of {DisplayFormat.Count(spike.Judged)} ").TextElement("bdi", spike.Type);
                html.Text($" jobs failed in the last {view.HeadlineWindow} ({DisplayFormat.Share(spike.Failed, spike.Judged)}).");
            }
        }

        if (spikes.Count > SpikesShown)
        {
            html.TextElement("p", $"{DisplayFormat.Count(spikes.Count - SpikesShown)} more like these.", ("class", "spike"));
        }
    }

    private static void Freshness(HtmlWriter html, StatusView view)
    {
        using (html.Element("p", ("class", "fresh")))
        {
            html.Text("As of ").TextElement("time", DisplayFormat.Moment(view.Now), ("datetime", DisplayFormat.Iso(view.Now))).Text(". ");
            if (view.RefreshEvery is { } every)
            {
                html.Text($"Refreshes every {DisplayFormat.Span(every)}. ").TextElement("a", "Stop refreshing", ("href", PageLinks.Page(view.Filter, refresh: false)));
            }
            else
            {
                html.Text("Does not refresh. ").TextElement("a", "Refresh by itself", ("href", PageLinks.Page(view.Filter, refresh: true)));
            }

            if (view.Filter is { } filter)
            {
                html.Text(" Only ").TextElement("bdi", filter).Text(". ");
                html.TextElement("a", $"Show all {DisplayFormat.Plural(view.TargetsOnBoard, "target")}", ("href", PageLinks.Page(null, view.RefreshEvery is not null)));
            }
        }
    }
}
