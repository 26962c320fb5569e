namespace DxJobs.Exporter.Web.Page;

/// <summary>What happened lately: jobs that ended within each window, and charts of the polls remembered.</summary>
internal static class EndedSection
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var tally = Tally.Of(view);
        using (html.Element("section", ("aria-labelledby", "recent-heading")))
        {
            html.Leaf("h2", "Recent past", ("id", "recent-heading"));
            using (html.Element("div", ("class", "side-by-side")))
            {
                if (view.Targets.All(t => t.Fresh is null))
                {
                    html.Leaf("p", "How many jobs ended is known after the first good poll, and while its numbers are fresh.", ("class", "empty"));
                }
                else if (view.Windows.Count > 0)
                {
                    Windows(html, view, tally);
                }

                Charts(html, view, tally);
            }
        }
    }

    private static void Windows(HtmlWriter html, StatusView view, Tally tally)
    {
        using (html.Element("table", ("class", "windows")))
        {
            html.Leaf("caption", "Jobs that ended in the last …");
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                html.Leaf("th", "Window", ("scope", "col"));
                foreach (var heading in new[] { "Completed", "Error", "Timed out", "Cancelled", "Failed" })
                {
                    html.Leaf("th", heading, ("scope", "col"), ("class", "number"));
                }
            }

            using (html.Element("tbody"))
            {
                foreach (var window in view.Windows)
                {
                    Window(html, tally, window.Label);
                }
            }
        }
    }

    private static void Window(HtmlWriter html, Tally tally, string window)
    {
        var failed = tally.Ended(window, JobState.IsFailed);
        using (html.Element("tr"))
        {
            html.Leaf("th", window, ("scope", "row"));
            foreach (var state in new[] { "COMPLETED", "ERROR", "TIMED_OUT", "CANCELLED" })
            {
                html.Leaf("td", Words.Count(tally.Ended(window, s => s == state)), ("class", "number"));
            }

            html.Leaf("td", Words.Share(failed, tally.Ended(window, JobState.IsJudged)), ("class", failed > 0 ? "number alarm" : "number"));
        }
    }

    private static void Charts(HtmlWriter html, StatusView view, Tally tally)
    {
        if (RecentPast.Of([.. view.Targets.Select(t => t.Status.History)], view.Now, view.StaleAfter, 60) is not { } past)
        {
            html.Leaf("p", "Charts appear after the second good poll.", ("class", "empty"));
            return;
        }

        using (html.Element("div", ("class", "plots")))
        {
            Plot(html, past, $"Ended since: completed and failed, at most {Words.Count(past.MostEnded)} at a time", bars: true);
            var oldest = tally.OldestOpen is { } created ? $"; the oldest was created {Words.Ago(created, view.Now)}" : "";
            Plot(html, past, $"Open: {Words.Count(tally.Open)} now, {Words.Count(past.MostOpen)} at most{oldest}", bars: false);
        }
    }

    private static void Plot(HtmlWriter html, RecentPast past, string caption, bool bars)
    {
        using (html.Element("div", ("class", "plot")))
        {
            html.Leaf("p", caption);
            Chart.Write(html, past, 480, 64, bars, !bars);
            using (html.Element("p", ("class", "axis"), ("aria-hidden", "true")))
            {
                html.Leaf("span", Words.Span(past.Length) + " ago").Leaf("span", "now");
            }
        }
    }
}
