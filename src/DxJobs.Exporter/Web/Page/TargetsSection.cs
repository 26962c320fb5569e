using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Page;

/// <summary>Every target with its health. The failing ones are always in sight; many healthy ones fold away.</summary>
internal static class TargetsSection
{
    /// <summary>So many healthy targets are still listed openly.</summary>
    internal const int Unfolded = 10;

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var healthy = view.Targets.Where(t => t.Health == TargetHealth.Up).ToList();
        var fold = healthy.Count > Unfolded;
        using (html.Element("section", ("id", "targets"), ("aria-labelledby", "targets-heading")))
        {
            html.TextElement("h2", "Targets", ("id", "targets-heading"));
            var openly = fold ? view.Targets.Where(t => t.Health != TargetHealth.Up).ToList() : [.. view.Targets];
            if (openly.Count > 0)
            {
                Table(html, view, openly, fold ? "Targets that need attention or wait for their first poll" : "Targets, failing ones first");
            }

            if (fold)
            {
                using (html.Element("details"))
                {
                    html.TextElement("summary", $"{DisplayFormat.Plural(healthy.Count, "healthy target")}");
                    Table(html, view, healthy, "Healthy targets");
                }
            }
        }
    }

    private static void Table(HtmlWriter html, StatusView view, List<TargetView> targets, string caption)
    {
        using (html.Element("table", ("class", "targets cards"), ("role", "table")))
        {
            html.TextElement("caption", caption);
            using (html.Element("thead", ("role", "rowgroup")))
            using (html.Element("tr", ("role", "row")))
            {
                foreach (var heading in new[] { "Health", "Target", "Account", "Last poll", "Last good poll", "Open jobs", FailedHeading(view), "Recent past" })
                {
                    html.TextElement("th", heading, ("scope", "col"), ("role", "columnheader"));
                }
            }

            using (html.Element("tbody", ("role", "rowgroup")))
            {
                targets.ForEach(t => Row(html, view, t));
            }
        }
    }

    private static string FailedHeading(StatusView view) => view.HeadlineWindow is { } window ? $"Failed, {window}" : "Failed";

    private static void Row(HtmlWriter html, StatusView view, TargetView target)
    {
        var status = target.Status;
        using (html.Element("tr", ("role", "row"), ("class", target.Failing ? "failing" : null)))
        {
            using (Cell(html, "Health"))
            {
                Badge(html, target.Health);
            }

            using (html.Element("th", ("scope", "row"), ("role", "rowheader")))
            {
                using (html.Element("a", ("href", PageLinks.Page(status.Target.Name, view.RefreshEvery is not null))))
                {
                    html.TextElement("bdi", status.Target.Name);
                }

                html.Text(" ").TextElement("span", status.Target.Region, ("class", "region"));
            }

            using (Cell(html, "Account"))
            {
                html.Text(status.AccountId ?? "not known yet");
            }

            using (Cell(html, "Last poll"))
            {
                LastPoll(html, view, target);
            }

            using (Cell(html, "Last good poll"))
            {
                LastGood(html, view, target);
            }

            Number(html, "Open jobs", target.OpenJobs);
            Number(html, FailedHeading(view), Failed(view, target));
            using (Cell(html, "Recent past"))
            {
                Sparkline(html, view, target);
            }
        }

        ErrorRow(html, view, target);
    }

    private static void Badge(HtmlWriter html, TargetHealth health)
    {
        var (icon, word, tone) = health switch
        {
            TargetHealth.Up => ("✓", "up", "good"),
            TargetHealth.Failing => ("✕", "failing", "bad"),
            TargetHealth.Stale => ("✕", "stale", "bad"),
            _ => ("…", "first poll", "wait"),
        };
        using (html.Element("span", ("class", "badge " + tone)))
        {
            html.TextElement("span", icon, ("aria-hidden", "true")).Text(" " + word);
        }
    }

    private static void LastPoll(HtmlWriter html, StatusView view, TargetView target)
    {
        if (target.Status.LastPoll is not { } poll)
        {
            html.Text("under way or about to start");
            return;
        }

        var ended = poll.StartedAt + poll.Duration;
        html.TextElement("time", DisplayFormat.Ago(ended, view.Now), ("datetime", DisplayFormat.Iso(ended)), ("title", DisplayFormat.Moment(ended)));
        html.Text(" ").TextElement(
            "small",
            $"{poll.Mode.Label()}, {DisplayFormat.Duration(poll.Duration)}, {DisplayFormat.Plural(poll.Pages, "page")}, {DisplayFormat.Plural(poll.Requests, "request")}");
    }

    private static void LastGood(HtmlWriter html, StatusView view, TargetView target)
    {
        if (target.Status.LastSuccessAt is { } at)
        {
            html.TextElement("time", DisplayFormat.Ago(at, view.Now), ("datetime", DisplayFormat.Iso(at)), ("title", DisplayFormat.Moment(at)));
        }
        else
        {
            html.Text(target.Health == TargetHealth.Pending ? "none yet" : "never");
        }
    }

    private static long? Failed(StatusView view, TargetView target)
    {
        if (target.Fresh is not { } fresh || view.HeadlineWindow is not { } window)
        {
            return null;
        }

        return fresh.RecentlyFinished.Where(r => r.Key.Window == window && JobState.IsFailure(r.Key.State)).Sum(r => r.Value);
    }

    private static void Sparkline(HtmlWriter html, StatusView view, TargetView target)
    {
        if (RecentActivity.Of([target.Status.History], view.Now, view.StaleAfter, 30) is { } past)
        {
            Chart.Write(html, past, 120, 28);
        }
        else
        {
            html.Text("–");
        }
    }

    private static void ErrorRow(HtmlWriter html, StatusView view, TargetView target)
    {
        if (!target.Failing)
        {
            return;
        }

        using (html.Element("tr", ("role", "row"), ("class", "trouble")))
        using (html.Element("td", ("role", "cell"), ("colspan", "8")))
        {
            var poll = target.Status.LastPoll!;
            if (!poll.Succeeded)
            {
                html.TextElement("strong", "Last poll: " + DisplayFormat.Outcome(poll.Outcome)).Text(". ").TextElement("bdi", DisplayFormat.Sentence(poll.Error ?? "")).Text(" ");
                if (poll.Hint is { } hint)
                {
                    html.TextElement("bdi", DisplayFormat.Sentence(hint), ("class", "hint")).Text(" ");
                }
            }

            html.Text(target switch
            {
                { Health: TargetHealth.Failing } => "The numbers are those of the last good poll.",
                { Status.Snapshot: null } => "There are no numbers yet.",
                _ => $"The numbers are older than {DisplayFormat.Span(view.StaleAfter)} and are no longer shown.",
            });
        }
    }

    private static HtmlWriter.Scope Cell(HtmlWriter html, string heading) => html.Element("td", ("role", "cell"), ("data-label", heading));

    private static void Number(HtmlWriter html, string heading, long? number) =>
        html.TextElement("td", number is { } n ? DisplayFormat.Count(n) : "–", ("role", "cell"), ("data-label", heading), ("class", "number"));
}
