namespace DxJobs.Exporter.Web.Page;

/// <summary>Links from the page to itself, relative.</summary>
internal static class PageLinks
{
    /// <summary>The page narrowed to a target (or not), refreshing (or not).</summary>
    public static string Page(string? target, bool refresh) => "./" + Query(target, refresh);

    /// <summary>The query alone; empty when nothing is asked for.</summary>
    public static string Query(string? target, bool refresh)
    {
        var name = target is null ? "" : "target=" + Uri.EscapeDataString(target);
        var off = refresh ? "" : "refresh=off";
        return (name, off) switch
        {
            ("", "") => "",
            (_, "") => "?" + name,
            ("", _) => "?" + off,
            _ => $"?{name}&{off}",
        };
    }
}
