using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Dashboards;

/// <summary>A dashboard that we ship.</summary>
internal sealed class Dashboard
{
    /// <summary>What makes a query over time end in "not a number" where nothing is known now.</summary>
    public const string NoData = " or vector(0/0)";

    private Dashboard(string file)
    {
        Text = File.ReadAllText(Repository.Path("dashboards", file));
        Root = JsonDocument.Parse(Text).RootElement;
    }

    /// <summary>The files of all of them, for tests with one case each.</summary>
    public static TheoryData<string> Files { get; } =
        [.. Directory.GetFiles(Repository.Path("dashboards"), "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>The file as it is.</summary>
    public string Text { get; }

    /// <summary>The file as JSON.</summary>
    public JsonElement Root { get; }

    /// <summary>Panels and rows as Grafana shows them first: rows are collapsed.</summary>
    public IEnumerable<JsonElement> Visible => Root.GetProperty("panels").EnumerateArray();

    /// <summary>Panels and rows, those within rows included.</summary>
    public IEnumerable<JsonElement> PanelsAndRows =>
        Visible.SelectMany(p => p.TryGetProperty("panels", out var inner) ? inner.EnumerateArray().Prepend(p) : [p]);

    /// <summary>Panels without rows.</summary>
    public IEnumerable<JsonElement> Panels => PanelsAndRows.Where(p => p.GetProperty("type").GetString() != "row");

    /// <summary>The variables.</summary>
    public IEnumerable<JsonElement> Variables => Root.GetProperty("templating").GetProperty("list").EnumerateArray();

    /// <summary>Every query, with the title of its panel.</summary>
    public IEnumerable<(string Panel, string RefId, string Expression)> Queries => Panels.SelectMany(p => p.GetProperty("targets").EnumerateArray()
        .Select(t => (p.GetProperty("title").GetString()!, t.GetProperty("refId").GetString()!, t.GetProperty("expr").GetString()!)));

    public static Dashboard Load(string file) => new(file);
}
