using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Page;

/// <summary>Why the listed jobs failed, counted: by code, and by the limit they ran into.</summary>
internal static class CausesSection
{
    /// <summary>Writes it, if anything failed.</summary>
    public static void Write(HtmlWriter html, StatusView view)
    {
        var fresh = view.Targets.Select(t => t.Fresh!).Where(s => s is not null).ToList();
        var codes = fresh.SelectMany(s => s.JobErrors).Where(e => e.Value > 0)
            .GroupBy(e => e.Key.Code, e => e.Value).Select(g => (Name: g.Key, Count: g.Sum(), Extra: (string?)null));
        var limits = fresh.SelectMany(s => s.LimitBreaches).Where(b => b.Value > 0)
            .GroupBy(b => b.Key.LimitName, b => b.Value).Select(g => (Name: g.Key, Count: g.Sum(), Extra: LimitValue(view, g.Key)));
        List<(string Name, long Count, string? Extra)> byCode = [.. codes.OrderByDescending(c => c.Count).ThenBy(c => c.Name, StringComparer.Ordinal)];
        List<(string Name, long Count, string? Extra)> byLimit = [.. limits.OrderByDescending(c => c.Count).ThenBy(c => c.Name, StringComparer.Ordinal)];
        if (byCode.Count == 0)
        {
            return;
        }

        using (html.Element("section", ("aria-labelledby", "causes-heading")))
        {
            html.TextElement("h2", "Why jobs failed", ("id", "causes-heading"));
            using (html.Element("div", ("class", "side-by-side")))
            {
                Table(html, "Error entries on the listed jobs, by code", "Code", byCode, extra: null);
                if (byLimit.Count > 0)
                {
                    Table(html, "Of these, entries that name a limit", "Limit", byLimit, extra: "Its value");
                }
            }
        }
    }

    private static string LimitValue(StatusView view, string limit)
    {
        var values = view.Targets.Select(t => t.Fresh?.LimitValues).OfType<IReadOnlyDictionary<string, double>>()
            .Where(v => v.ContainsKey(limit)).Select(v => v[limit]).Distinct().Order().Select(DisplayFormat.Value).ToList();
        return values.Count == 0 ? "–" : string.Join(", ", values);
    }

    private static void Table(HtmlWriter html, string caption, string heading, List<(string Name, long Count, string? Extra)> rows, string? extra)
    {
        using (html.Element("table", ("class", "causes")))
        {
            html.TextElement("caption", caption);
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                html.TextElement("th", heading, ("scope", "col")).TextElement("th", "Entries", ("scope", "col"), ("class", "number"));
                if (extra is not null)
                {
                    html.TextElement("th", extra, ("scope", "col"), ("class", "number"));
                }
            }

            using (html.Element("tbody"))
            {
                foreach (var (name, count, value) in rows)
                {
                    using (html.Element("tr"))
                    {
                        html.TextElement("th", name, ("scope", "row")).TextElement("td", DisplayFormat.Count(count), ("class", "number"));
                        if (extra is not null)
                        {
                            html.TextElement("td", value, ("class", "number"));
                        }
                    }
                }
            }
        }
    }
}
