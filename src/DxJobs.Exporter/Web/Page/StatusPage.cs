using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Page;

/// <summary>The status page for people: a function of the view, without scripts, readable from top to bottom in the order of urgency.</summary>
internal static class StatusPage
{
    /// <summary>Writes the page.</summary>
    public static string Render(StatusView view)
    {
        var html = new HtmlWriter();
        using (html.Element("html", ("lang", "en")))
        {
            Head(html, view);
            using (html.Element("body"))
            {
                html.TextElement("a", "Skip to the targets", ("class", "skip"), ("href", "#targets"));
                Banner.Write(html, view);
                using (html.Element("main"))
                {
                    Body(html, view);
                }

                Footer(html, view);
            }
        }

        return html.Finish();
    }

    private static void Head(HtmlWriter html, StatusView view)
    {
        using (html.Element("head"))
        {
            html.TextElement("meta", null, ("charset", "utf-8"));
            html.TextElement("meta", null, ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.TextElement("meta", null, ("name", "color-scheme"), ("content", "light dark"));
            html.TextElement("title", $"{OverallStatus.Of(view).Headline} – dxjobs-exporter");
            html.TextElement("link", null, ("rel", "stylesheet"), ("href", "./style.css"));
            html.TextElement("link", null, ("rel", "icon"), ("href", "./icon.svg"), ("type", "image/svg+xml"));
        }
    }

    private static void Body(HtmlWriter html, StatusView view)
    {
        if (view.Targets.Count == 0)
        {
            NoTargets(html, view);
            return;
        }

        TargetsSection.Write(html, view);
        EndedSection.Write(html, view);
        MatrixSection.Write(html, view);
        CausesSection.Write(html, view);
        FailuresSection.Write(html, view);
    }

    private static void NoTargets(HtmlWriter html, StatusView view)
    {
        using (html.Element("section", ("id", "targets"), ("aria-label", "Targets")))
        {
            if (view.Filter is { } filter)
            {
                using (html.Element("p", ("class", "empty")))
                {
                    html.Text("No target is named ").TextElement("bdi", filter).Text(". ").TextElement("a", "Show all targets", ("href", "./"));
                }
            }
            else
            {
                html.TextElement(
                    "p",
                    "This exporter polls no target. With several shards that can be right: each target belongs to one of them alone. "
                        + "Otherwise see targets and shard in the configuration.",
                    ("class", "empty"));
            }
        }
    }

    private static void Footer(HtmlWriter html, StatusView view)
    {
        using (html.Element("footer"))
        {
            html.TextElement("span", $"dxjobs-exporter {view.Version}");
            using (html.Element("nav", ("aria-label", "Other views")))
            {
                html.TextElement("a", "Metrics", ("href", "." + view.TelemetryPath)).Text(" ");
                html.TextElement("a", "Status as JSON", ("href", "./api/v1/status" + PageLinks.Query(view.Filter, refresh: true))).Text(" ");
                html.TextElement("a", "Health", ("href", "./healthz")).Text(" ");
                html.TextElement("a", "Readiness", ("href", "./readyz"));
            }
        }
    }
}
