using DxJobs.Core.Jobs;
using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Page;

/// <summary>Jobs that AWS lists, state by type, summed over the targets shown.</summary>
internal static class MatrixSection
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var jobs = StatusTotals.Of(view).ByStateAndType;
        using (html.Element("section", ("id", "jobs"), ("aria-labelledby", "jobs-heading")))
        {
            html.TextElement("h2", "Jobs by state and type", ("id", "jobs-heading"));
            if (jobs.Count == 0)
            {
                html.TextElement("p", "No target has numbers that are fresh enough to show. This fills after the first good poll.", ("class", "empty"));
                return;
            }

            Table(html, view, jobs);
            html.TextElement(
                "p",
                "Red deepens with the share of a type's completed and failed jobs that failed, blue with the number of open jobs.",
                ("class", "legend"));
        }
    }

    private static void Table(HtmlWriter html, StatusView view, IReadOnlyDictionary<StateAndType, long> jobs)
    {
        var states = JobState.InDisplayOrder(jobs.Keys.Select(k => k.State));
        var types = jobs.Keys.Select(k => k.Type).Distinct().Order(StringComparer.Ordinal).ToList();
        var counted = view.Targets.Count(t => t.Fresh is not null);
        using (html.Element("table", ("class", "matrix"), ("role", "table")))
        {
            var whose = counted == 1 ? "one target" : $"{DisplayFormat.Count(counted)} targets together";
            html.TextElement("caption", $"All jobs that AWS lists (those of the last 90 days), {whose}");
            using (html.Element("thead", ("role", "rowgroup")))
            using (html.Element("tr", ("role", "row")))
            {
                html.TextElement("th", "Type", ("scope", "col"), ("role", "columnheader"));
                foreach (var state in states)
                {
                    Heading(html, state);
                }
            }

            using (html.Element("tbody", ("role", "rowgroup")))
            {
                types.ForEach(type => Row(html, type, states, jobs));
            }

            using (html.Element("tfoot", ("role", "rowgroup")))
            using (html.Element("tr", ("role", "row")))
            {
                html.TextElement("th", "All types", ("scope", "row"), ("role", "rowheader"));
                foreach (var state in states)
                {
                    html.TextElement("td", DisplayFormat.Count(jobs.Where(j => j.Key.State == state).Sum(j => j.Value)), ("role", "cell"), ("class", "number"));
                }
            }
        }
    }

    /// <summary>A state may break at its underscores, so that six of them fit a phone.</summary>
    private static void Heading(HtmlWriter html, string state)
    {
        using (html.Element("th", ("scope", "col"), ("role", "columnheader"), ("class", "number")))
        {
            var parts = state.Split('_');
            for (var i = 0; i < parts.Length; i++)
            {
                html.Text(i == 0 ? parts[i] : "_" + parts[i]);
                if (i < parts.Length - 1)
                {
                    html.TextElement("wbr", null);
                }
            }
        }
    }

    private static void Row(HtmlWriter html, string type, IReadOnlyList<string> states, IReadOnlyDictionary<StateAndType, long> jobs)
    {
        var judged = jobs.Where(j => j.Key.Type == type && JobState.IsJudged(j.Key.State)).Sum(j => j.Value);
        using (html.Element("tr", ("role", "row")))
        {
            html.TextElement("th", type, ("scope", "row"), ("role", "rowheader"));
            foreach (var state in states)
            {
                var key = new StateAndType(state, type);
                var count = jobs.GetValueOrDefault(key);
                html.TextElement("td", DisplayFormat.Count(count), ("role", "cell"), ("class", "number heat " + CellStyle.Class(key, count, judged)));
            }
        }
    }
}
