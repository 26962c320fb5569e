namespace DxJobs.Exporter.Web.Page;

/// <summary>The top of the page: the verdict, the jobs in one sentence, and how fresh all of it is.</summary>
internal static class Banner
{
    private const int SpikesShown = 3;

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var verdict = Verdict.Of(view);
        using (html.Element("header", ("class", "banner " + verdict.Tone)))
        {
            html.Leaf("p", "AWS Data Exchange jobs", ("class", "product"));
            using (html.Element("h1"))
            {
                html.Leaf("span", Icon(verdict.Tone), ("class", "icon"), ("aria-hidden", "true")).Text(" " + verdict.Headline);
            }

            html.Leaf("p", Jobs(view), ("class", "jobs"));
            Spikes(html, view);
            Freshness(html, view);
            if (view.Targets.Count > 0)
            {
                using (html.Element("nav", ("aria-label", "On this page")))
                {
                    html.Leaf("a", "Targets", ("href", "#targets")).Text(" ").Leaf("a", "Jobs by state and type", ("href", "#jobs")).Text(" ");
                    html.Leaf("a", "Latest failures", ("href", "#failures"));
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

        var tally = Tally.Of(view);
        var listed = tally.ByStateAndType.Values.Sum();
        if (listed == 0)
        {
            return "AWS lists no jobs: none was created in the last 90 days.";
        }

        var open = $"{Words.Plural(tally.Open, "job")} open";
        if (view.HeadlineWindow is not { } label)
        {
            return $"{open}, {Words.Count(listed)} listed.";
        }

        var failed = tally.Ended(label, JobState.IsFailed);
        var judged = tally.Ended(label, JobState.IsJudged);
        return judged == 0
            ? $"No job completed or failed in the last {label}. {open}, {Words.Count(listed)} listed."
            : $"{Words.Count(failed)} of {Words.Plural(judged, "job")} that ended in the last {label} failed ({Words.Share(failed, judged)}). "
                + $"{open}, {Words.Count(listed)} listed.";
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
                    html.Leaf("bdi", target.Name);
                }

                html.Text($" {target.Region}: {Words.Count(spike.Failed)} of {Words.Count(spike.Judged)} ").Leaf("bdi", spike.Type);
                html.Text($" jobs failed in the last {view.HeadlineWindow} ({Words.Share(spike.Failed, spike.Judged)}).");
            }
        }

        if (spikes.Count > SpikesShown)
        {
            html.Leaf("p", $"{Words.Count(spikes.Count - SpikesShown)} more like these.", ("class", "spike"));
        }
    }

    private static void Freshness(HtmlWriter html, StatusView view)
    {
        using (html.Element("p", ("class", "fresh")))
        {
            html.Text("As of ").Leaf("time", Words.Moment(view.Now), ("datetime", Words.Iso(view.Now))).Text(". ");
            if (view.RefreshEvery is { } every)
            {
                html.Text($"Refreshes every {Words.Span(every)}. ").Leaf("a", "Stop refreshing", ("href", PageLinks.Page(view.Filter, refresh: false)));
            }
            else
            {
                html.Text("Does not refresh. ").Leaf("a", "Refresh by itself", ("href", PageLinks.Page(view.Filter, refresh: true)));
            }

            if (view.Filter is { } filter)
            {
                html.Text(" Only ").Leaf("bdi", filter).Text(". ");
                html.Leaf("a", $"Show all {Words.Plural(view.TargetsOnBoard, "target")}", ("href", PageLinks.Page(null, view.RefreshEvery is not null)));
            }
        }
    }
}
