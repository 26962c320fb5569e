using DxJobs.Core.Jobs;
using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Page;

/// <summary>What happened lately: jobs that ended within each window, and charts of the polls remembered.</summary>
internal static class EndedSection
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var tally = StatusTotals.Of(view);
        using (html.Element("section", ("aria-labelledby", "recent-heading")))
        {
            html.TextElement("h2", "Recent past", ("id", "recent-heading"));
            using (html.Element("div", ("class", "side-by-side")))
            {
                if (view.Targets.All(t => t.Fresh is null))
                {
                    html.TextElement("p", "How many jobs ended is known after the first good poll, and while its numbers are fresh.", ("class", "empty"));
                }
                else if (view.Windows.Count > 0)
                {
                    Windows(html, view, tally);
                }

                Charts(html, view, tally);
            }
        }
    }

    private static void Windows(HtmlWriter html, StatusView view, StatusTotals tally)
    {
        using (html.Element("table", ("class", "windows")))
        {
            html.TextElement("caption", "Jobs that ended in the last …");
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                html.TextElement("th", "Window", ("scope", "col"));
                foreach (var heading in new[] { "Completed", "Error", "Timed out", "Cancelled", "Failed" })
                {
                    html.TextElement("th", heading, ("scope", "col"), ("class", "number"));
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

    private static void Window(HtmlWriter html, StatusTotals tally, string window)
    {
        var failed = tally.Ended(window, JobState.IsFailure);
        using (html.Element("tr"))
        {
            html.TextElement("th", window, ("scope", "row"));
            foreach (var state in new[] { "COMPLETED", "ERROR", "TIMED_OUT", "CANCELLED" })
            {
                html.TextElement("td", DisplayFormat.Count(tally.Ended(window, s => s == state)), ("class", "number"));
            }

            html.TextElement("td", DisplayFormat.Share(failed, tally.Ended(window, JobState.IsJudged)), ("class", failed > 0 ? "number alarm" : "number"));
        }
    }

    private static void Charts(HtmlWriter html, StatusView view, StatusTotals tally)
    {
        if (RecentActivity.Of([.. view.Targets.Select(t => t.Status.History)], view.Now, view.StaleAfter, 60) is not { } past)
        {
            html.TextElement("p", "Charts appear after the second good poll.", ("class", "empty"));
            return;
        }

        using (html.Element("div", ("class", "plots")))
        {
            Plot(html, past, $"Ended since: completed and failed, at most {DisplayFormat.Count(past.MostEnded)} at a time", bars: true);
            var oldest = tally.OldestOpen is { } created ? $"; the oldest was created {DisplayFormat.Ago(created, view.Now)}" : "";
            Plot(html, past, $"Open: {DisplayFormat.Count(tally.Open)} now, {DisplayFormat.Count(past.MostOpen)} at most{oldest}", bars: false);
        }
    }

    private static void Plot(HtmlWriter html, RecentActivity past, string caption, bool bars)
    {
        using (html.Element("div", ("class", "plot")))
        {
            html.TextElement("p", caption);
            Chart.Write(html, past, 480, 64, bars, !bars);
            using (html.Element("p", ("class", "axis"), ("aria-hidden", "true")))
            {
                html.TextElement("span", DisplayFormat.Span(past.Length) + " ago").TextElement("span", "now");
            }
        }
    }
}
