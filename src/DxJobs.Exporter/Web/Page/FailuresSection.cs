using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Page;

/// <summary>
/// The latest failed jobs with all that AWS says of why. Ids, names and messages are other people's words: encoded, and kept from turning
/// the text around them.
/// </summary>
internal static class FailuresSection
{
    private const int Shown = 50;
    private const int VisibleCount = 10;
    private const int ErrorsShown = 3;
    private const int LongestMessage = 320;
    private const int MessageShown = 240;

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var failures = view.LatestFailures.Take(Shown).ToList();
        using (html.Element("section", ("id", "failures"), ("aria-labelledby", "failures-heading")))
        {
            html.TextElement("h2", "Latest failures", ("id", "failures-heading"));
            if (failures.Count == 0)
            {
                var polled = view.Targets.Any(t => t.Status.Snapshot is not null);
                html.TextElement("p", polled ? "No listed job ended in ERROR or TIMED_OUT." : "Known after the first good poll.", ("class", "empty"));
                return;
            }

            Table(html, view, failures[..Math.Min(VisibleCount, failures.Count)], "Jobs that failed or timed out, newest first");
            if (failures.Count > VisibleCount)
            {
                using (html.Element("details"))
                {
                    html.TextElement("summary", $"{DisplayFormat.Plural(failures.Count - VisibleCount, "older failure")}");
                    Table(html, view, failures[VisibleCount..], "Older failures, newest first");
                }
            }
        }
    }

    private static void Table(HtmlWriter html, StatusView view, List<(TargetView Target, FailedJob Job)> failures, string caption)
    {
        using (html.Element("table", ("class", "failures cards"), ("role", "table")))
        {
            html.TextElement("caption", caption);
            using (html.Element("thead", ("role", "rowgroup")))
            using (html.Element("tr", ("role", "row")))
            {
                foreach (var heading in new[] { "Ended", "Job", "Target", "Data set", "Why" })
                {
                    html.TextElement("th", heading, ("scope", "col"), ("role", "columnheader"));
                }
            }

            using (html.Element("tbody", ("role", "rowgroup")))
            {
                failures.ForEach(f => Row(html, view, f.Target.Status, f.Job));
            }
        }
    }

    private static void Row(HtmlWriter html, StatusView view, TargetStatus status, FailedJob job)
    {
        using (html.Element("tr", ("role", "row")))
        {
            using (Cell(html, "Ended"))
            {
                html.TextElement("time", DisplayFormat.Ago(job.EndedAt, view.Now), ("datetime", DisplayFormat.Iso(job.EndedAt)), ("title", DisplayFormat.Moment(job.EndedAt)));
            }

            using (html.Element("th", ("scope", "row"), ("role", "rowheader")))
            {
                html.TextElement("span", job.Type, ("class", "type")).Text(" ").TextElement("code", job.JobId);
            }

            using (Cell(html, "Target"))
            {
                using (html.Element("a", ("href", PageLinks.Page(status.Target.Name, view.RefreshEvery is not null))))
                {
                    html.TextElement("bdi", status.Target.Name);
                }

                html.Text(" ").TextElement("span", status.Target.Region, ("class", "region"));
            }

            using (Cell(html, "Data set"))
            {
                DataSet(html, job);
            }

            using (Cell(html, "Why"))
            {
                ErrorCell(html, job);
            }
        }
    }

    private static void DataSet(HtmlWriter html, FailedJob job)
    {
        if (job.DataSetId is null)
        {
            html.Text("–");
            return;
        }

        if (job.DataSetName is { } name && name != job.DataSetId)
        {
            html.TextElement("bdi", name).Text(" ");
        }

        html.TextElement("code", job.DataSetId);
    }

    private static void ErrorCell(HtmlWriter html, FailedJob job)
    {
        if (job.State != "ERROR" || job.Errors.Count == 0)
        {
            html.TextElement("p", job.Errors.Count == 0 && job.State == "ERROR" ? "ERROR, and AWS gives no reason" : job.State, ("class", "code"));
        }

        foreach (var error in job.Errors.Take(ErrorsShown))
        {
            Error(html, error);
        }

        if (job.Errors.Count > ErrorsShown)
        {
            using (html.Element("details"))
            {
                html.TextElement("summary", $"{DisplayFormat.Count(job.Errors.Count - ErrorsShown)} more");
                foreach (var error in job.Errors.Skip(ErrorsShown))
                {
                    Error(html, error);
                }
            }
        }
    }

    private static void Error(HtmlWriter html, FailedJobError error)
    {
        using (html.Element("div", ("class", "error")))
        {
            html.TextElement("span", error.Code, ("class", "code")).Text(" ");
            Message(html, error.Message);
            Limit(html, error);
            if (error.ResourceId is not null || error.ResourceType is not null)
            {
                html.Text(" ").TextElement("small", error.ResourceType ?? "resource").Text(" ").TextElement("code", error.ResourceId);
            }
        }
    }

    /// <summary>A very long one folds after its beginning, lest one job fill the screen.</summary>
    private static void Message(HtmlWriter html, string message)
    {
        if (message.Length <= LongestMessage)
        {
            html.TextElement("bdi", message);
            return;
        }

        var cut = char.IsHighSurrogate(message[MessageShown - 1]) ? MessageShown - 1 : MessageShown;
        using (html.Element("details"))
        {
            using (html.Element("summary"))
            {
                html.TextElement("bdi", message[..cut] + "…");
            }

            html.TextElement("bdi", "…" + message[cut..]);
        }
    }

    private static void Limit(HtmlWriter html, FailedJobError error)
    {
        if (error.LimitName is not null || error.LimitValue is not null)
        {
            using (html.Element("span", ("class", "limit")))
            {
                html.Text(" Limit: ").TextElement("bdi", error.LimitName ?? "not named");
                html.Text(error.LimitValue is { } value ? " = " + DisplayFormat.Value(value) : "");
            }
        }
    }

    private static HtmlWriter.Scope Cell(HtmlWriter html, string heading) => html.Element("td", ("role", "cell"), ("data-label", heading));
}
