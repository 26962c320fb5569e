using System.Text;
using DxJobs.Exporter.Web.Status;
using static System.FormattableString;

namespace DxJobs.Exporter.Web.Page;

/// <summary>Small charts as inline SVG: bars for jobs that ended (failed on top of completed), a line for jobs that are open. No axis, no script.</summary>
internal static class Chart
{
    /// <summary>Draws bars, and the line above the same stretch of time.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="past">What happened.</param>
    /// <param name="width">Of the drawing, in its own units.</param>
    /// <param name="height">Of the drawing.</param>
    /// <param name="bars">Whether to draw what ended.</param>
    /// <param name="line">Whether to draw what is open.</param>
    public static void Write(HtmlWriter html, RecentActivity past, int width, int height, bool bars = true, bool line = true)
    {
        using (html.Element(
            "svg",
            ("class", "chart"),
            ("role", "img"),
            ("viewBox", Invariant($"0 0 {width} {height}")),
            ("preserveAspectRatio", "none"),
            ("aria-label", past.InWords),
            ("focusable", "false")))
        {
            html.TextElement("title", past.InWords);
            if (bars)
            {
                Path(html, "completed", Bars(past, width, height, s => (0, s.Completed)));
                Path(html, "failed", Bars(past, width, height, s => (s.Completed, s.Failed)));
            }

            if (line)
            {
                Path(html, "open", Line(past, width, height));
            }
        }
    }

    private static void Path(HtmlWriter html, string kind, string d)
    {
        if (d.Length > 0)
        {
            html.TextElement("path", null, ("class", kind), ("d", d));
        }
    }

    private static string Bars(RecentActivity past, int width, int height, Func<RecentActivity.Slot, (int From, int Length)> bar)
    {
        var d = new StringBuilder();
        var step = (double)width / past.Slots.Count;
        var scale = (double)height / Math.Max(1, past.MostEnded);
        for (var i = 0; i < past.Slots.Count; i++)
        {
            var (from, length) = bar(past.Slots[i]);
            if (length > 0)
            {
                // A single failure among thousands must still be seen.
                var tall = Math.Max(2, length * scale);
                var top = Math.Max(0, height - (from * scale) - tall);
                d.Append(Invariant($"M{(i * step) + (step * 0.1):0.#} {top:0.#}h{step * 0.8:0.#}v{tall:0.#}h{-step * 0.8:0.#}z"));
            }
        }

        return d.ToString();
    }

    private static string Line(RecentActivity past, int width, int height)
    {
        var d = new StringBuilder();
        var step = (double)width / past.Slots.Count;
        var scale = (height - 3.0) / Math.Max(1, past.MostOpen);
        var joined = false;
        for (var i = 0; i < past.Slots.Count; i++)
        {
            if (past.Slots[i].Open is { } open)
            {
                var y = height - 1.5 - (open * scale);
                d.Append(joined ? 'L' : 'M').Append(Invariant($"{i * step:0.#} {y:0.#}H{(i + 1) * step:0.#}"));
            }

            joined = past.Slots[i].Open is not null;
        }

        return d.ToString();
    }
}
