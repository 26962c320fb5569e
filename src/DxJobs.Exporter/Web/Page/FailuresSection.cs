using DxJobs.Exporter.Snapshots;

namespace DxJobs.Exporter.Web.Page;

/// <summary>
/// The latest failed jobs with all that AWS says of why. Ids, names and messages are other people's words: encoded, and kept from turning
/// the text around them.
/// </summary>
internal static class FailuresSection
{
    private const int Shown = 50;
    private const int Openly = 10;
    private const int ErrorsShown = 3;
    private const int LongestMessage = 320;
    private const int MessageShown = 240;

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var failures = view.LatestFailures.Take(Shown).ToList();
        using (html.Element("section", ("id", "failures"), ("aria-labelledby", "failures-heading")))
        {
            html.Leaf("h2", "Latest failures", ("id", "failures-heading"));
            if (failures.Count == 0)
            {
                var polled = view.Targets.Any(t => t.Status.Snapshot is not null);
                html.Leaf("p", polled ? "No listed job ended in ERROR or TIMED_OUT." : "Known after the first good poll.", ("class", "empty"));
                return;
            }

            Table(html, view, failures[..Math.Min(Openly, failures.Count)], "Jobs that failed or timed out, newest first");
            if (failures.Count > Openly)
            {
                using (html.Element("details"))
                {
                    html.Leaf("summary", $"{Words.Plural(failures.Count - Openly, "older failure")}");
                    Table(html, view, failures[Openly..], "Older failures, newest first");
                }
            }
        }
    }

    private static void Table(HtmlWriter html, StatusView view, List<(TargetView Target, FailedJob Job)> failures, string caption)
    {
        using (html.Element("table", ("class", "failures cards"), ("role", "table")))
        {
            html.Leaf("caption", caption);
            using (html.Element("thead", ("role", "rowgroup")))
            using (html.Element("tr", ("role", "row")))
            {
                foreach (var heading in new[] { "Ended", "Job", "Target", "Data set", "Why" })
                {
                    html.Leaf("th", heading, ("scope", "col"), ("role", "columnheader"));
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
                html.Leaf("time", Words.Ago(job.EndedAt, view.Now), ("datetime", Words.Iso(job.EndedAt)), ("title", Words.Moment(job.EndedAt)));
            }

            using (html.Element("th", ("scope", "row"), ("role", "rowheader")))
            {
                html.Leaf("span", job.Type, ("class", "type")).Text(" ").Leaf("code", job.JobId);
            }

            using (Cell(html, "Target"))
            {
                using (html.Element("a", ("href", PageLinks.Page(status.Target.Name, view.RefreshEvery is not null))))
                {
                    html.Leaf("bdi", status.Target.Name);
                }

                html.Text(" ").Leaf("span", status.Target.Region, ("class", "region"));
            }

            using (Cell(html, "Data set"))
            {
                DataSet(html, job);
            }

            using (Cell(html, "Why"))
            {
                Why(html, job);
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
            html.Leaf("bdi", name).Text(" ");
        }

        html.Leaf("code", job.DataSetId);
    }

    private static void Why(HtmlWriter html, FailedJob job)
    {
        if (job.State != "ERROR" || job.Errors.Count == 0)
        {
            html.Leaf("p", job.Errors.Count == 0 && job.State == "ERROR" ? "ERROR, and AWS gives no reason" : job.State, ("class", "code"));
        }

        foreach (var error in job.Errors.Take(ErrorsShown))
        {
            Error(html, error);
        }

        if (job.Errors.Count > ErrorsShown)
        {
            using (html.Element("details"))
            {
                html.Leaf("summary", $"{Words.Count(job.Errors.Count - ErrorsShown)} more");
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
            html.Leaf("span", error.Code, ("class", "code")).Text(" ");
            Message(html, error.Message);
            Limit(html, error);
            if (error.ResourceId is not null || error.ResourceType is not null)
            {
                html.Text(" ").Leaf("small", error.ResourceType ?? "resource").Text(" ").Leaf("code", error.ResourceId);
            }
        }
    }

    /// <summary>A very long one folds after its beginning, lest one job fill the screen.</summary>
    private static void Message(HtmlWriter html, string message)
    {
        if (message.Length <= LongestMessage)
        {
            html.Leaf("bdi", message);
            return;
        }

        var cut = char.IsHighSurrogate(message[MessageShown - 1]) ? MessageShown - 1 : MessageShown;
        using (html.Element("details"))
        {
            using (html.Element("summary"))
            {
                html.Leaf("bdi", message[..cut] + "…");
            }

            html.Leaf("bdi", "…" + message[cut..]);
        }
    }

    private static void Limit(HtmlWriter html, FailedJobError error)
    {
        if (error.LimitName is not null || error.LimitValue is not null)
        {
            using (html.Element("span", ("class", "limit")))
            {
                html.Text(" Limit: ").Leaf("bdi", error.LimitName ?? "not named");
                html.Text(error.LimitValue is { } value ? " = " + Words.Value(value) : "");
            }
        }
    }

    private static HtmlWriter.Scope Cell(HtmlWriter html, string heading) => html.Element("td", ("role", "cell"), ("data-label", heading));
}
