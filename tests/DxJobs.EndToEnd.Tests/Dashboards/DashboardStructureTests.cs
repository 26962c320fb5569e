using System.Text.Json;
using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Dashboards;

/// <summary>What makes a dashboard importable as it is, and readable at three in the morning.</summary>
public sealed partial class DashboardStructureTests
{
    private static readonly HashSet<string> BuiltIn = ["__all", "__rate_interval", "__range", "__interval", "__url_time_range", "__value", "__data"];

    public static TheoryData<string> Files => Dashboard.Files;

    [Fact]
    public void Uids_and_titles_are_unique()
    {
        var all = Files.Select(f => Dashboard.Load(f.Data).Root).ToList();
        Assert.Equal(["dxjobs-exporter", "dxjobs-job-health"], all.Select(d => d.GetProperty("uid").GetString()!).Order(StringComparer.Ordinal));
        Assert.Distinct(all.Select(d => d.GetProperty("title").GetString()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_has_the_schema_of_Grafana_11_or_later_and_no_id_of_one_server(string file)
    {
        var root = Dashboard.Load(file).Root;
        Assert.True(root.GetProperty("schemaVersion").GetInt32() >= 39);
        Assert.False(root.TryGetProperty("id", out _));
        Assert.False(root.TryGetProperty("__inputs", out _));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Panels_have_ids_of_their_own_and_do_not_overlap(string file)
    {
        var dashboard = Dashboard.Load(file);
        Assert.Distinct(dashboard.PanelsAndRows.Select(p => p.GetProperty("id").GetInt32()));
        var rows = dashboard.Visible.Where(p => p.TryGetProperty("panels", out _)).Select(r => r.GetProperty("panels").EnumerateArray().ToList());
        foreach (var together in rows.Prepend([.. dashboard.Visible]))
        {
            var cells = together.SelectMany(Cells).ToList();
            Assert.Distinct(cells);
            Assert.All(cells, c => Assert.InRange(c.X, 0, 23));
        }
    }

    /// <summary>What is below the first screen costs queries only when it is opened.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_are_collapsed_and_hold_their_panels(string file)
    {
        var rows = Dashboard.Load(file).Visible.Where(p => p.GetProperty("type").GetString() == "row").ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.True(r.GetProperty("collapsed").GetBoolean() && r.GetProperty("panels").GetArrayLength() > 0));
        Assert.DoesNotContain(Dashboard.Load(file).Visible.SkipWhile(p => p.GetProperty("type").GetString() != "row"), p => p.GetProperty("type").GetString() != "row");
    }

    /// <summary>The first screen answers which feed: state, last success, deadline, failures, code, and links to the status page and the runbooks.</summary>
    [Fact]
    public void The_first_table_lists_the_feeds()
    {
        var feeds = Dashboard.Load("job-health.json").Visible.First(p => p.GetProperty("type").GetString() == "table");
        Assert.True(feeds.GetProperty("gridPos").GetProperty("y").GetInt32() < 10);
        var columns = feeds.GetProperty("transformations").EnumerateArray().Single(t => t.GetProperty("id").GetString() == "organize")
            .GetProperty("options").GetProperty("renameByName").EnumerateObject().Select(p => p.Value.GetString()!).ToHashSet();
        Assert.Superset(new HashSet<string> { "State", "Data set", "Type", "Last success", "Expected by", "Failures in a row", "Newest code" }, columns);
        var links = All(feeds, "url").Select(u => u.GetString()!).ToList();
        Assert.Contains(links, u => u.StartsWith("${status_url}/data-sets/", StringComparison.Ordinal));
        Assert.Contains(links, u => u.EndsWith("/docs/runbooks/DxJobsFeedFailing.md", StringComparison.Ordinal));
        Assert.Contains(links, u => u.EndsWith("/docs/runbooks/DxJobsFeedLate.md", StringComparison.Ordinal));
    }

    /// <summary>The rules of Grafana's dashboard linter that apply to dashboards of a fixed set of metrics.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void It_follows_the_rules_of_a_linter(string file)
    {
        var dashboard = Dashboard.Load(file);
        Assert.Equal("${datasource}", Assert.Single(dashboard.Panels.Select(p => p.GetProperty("datasource").GetProperty("uid").GetString()).Distinct()));
        Assert.All(dashboard.Variables.Where(v => v.GetProperty("type").GetString() == "query"), v =>
        {
            var name = v.GetProperty("name").GetString();
            Assert.Equal("${datasource}", v.GetProperty("datasource").GetProperty("uid").GetString());
            Assert.NotEqual(0, v.GetProperty("refresh").GetInt32());
            Assert.True(name == "window" || (v.GetProperty("includeAll").GetBoolean() && v.GetProperty("multi").GetBoolean()), name);
        });
        Assert.All(dashboard.Queries, q =>
        {
            Assert.DoesNotMatch(@"(rate|irate|increase)\([^\[]*\[\d+s\]", q.Expression);
            Assert.DoesNotContain("irate(", q.Expression, StringComparison.Ordinal);
            Assert.All(Regex.Matches(q.Expression, @"(?:rate|increase)\((\w+)"), r => Assert.Matches("_(total|bucket|sum|count)$", r.Groups[1].Value));
            Assert.All(Regex.Matches(q.Expression, @"(\w+_total)\{"), r => Assert.Matches(@$"(rate|increase)\({r.Groups[1].Value}", q.Expression));
        });
        Assert.All(dashboard.Panels, p => Assert.Distinct(p.GetProperty("targets").EnumerateArray().Select(t => t.GetProperty("refId").GetString())));
    }

    /// <summary>A count of three lines has three colours; one legend does not push the graph out of its panel.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Legends_of_many_lines_stand_beside_the_graph(string file) =>
        Assert.All(Dashboard.Load(file).Panels.Where(p => p.GetProperty("type").GetString() == "timeseries"), p =>
        {
            var legend = p.GetProperty("options").GetProperty("legend");
            var few = p.GetProperty("targets")[0].GetProperty("legendFormat").GetString() is "{{state}}" or "{{outcome}}" or "{{operation}}" or "{{mode}}";
            Assert.Equal(few ? "bottom" : "right", legend.GetProperty("placement").GetString());
        });

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_panel_has_a_title_a_description_a_unit_and_thresholds(string file) =>
        Assert.All(Dashboard.Load(file).Panels, panel =>
        {
            var title = panel.GetProperty("title").GetString()!;
            Assert.NotEmpty(title);
            Assert.True(panel.GetProperty("description").GetString()!.Length > 30, title);
            var defaults = panel.GetProperty("fieldConfig").GetProperty("defaults");
            Assert.True(!string.IsNullOrEmpty(defaults.GetProperty("unit").GetString()), title);
            Assert.NotEmpty(defaults.GetProperty("thresholds").GetProperty("steps").EnumerateArray());
        });

    /// <summary>The last value that there was, hours ago, must not pass for what is now; nor "nothing known" for nought.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_single_number_is_of_now_or_says_that_there_is_none(string file) =>
        Assert.All(Dashboard.Load(file).Panels.Where(p => p.GetProperty("type").GetString() == "stat"), panel =>
        {
            var title = panel.GetProperty("title").GetString()!;
            var query = Assert.Single(panel.GetProperty("targets").EnumerateArray());
            var expression = query.GetProperty("expr").GetString()!;
            Assert.DoesNotContain("vector(0)", expression, StringComparison.Ordinal);
            Assert.True(query.GetProperty("instant").GetBoolean() || expression.EndsWith(Dashboard.NoData, StringComparison.Ordinal), title);
            if (!query.GetProperty("instant").GetBoolean())
            {
                Assert.Equal("last", Assert.Single(panel.GetProperty("options").GetProperty("reduceOptions").GetProperty("calcs").EnumerateArray()).GetString());
            }

            var mappings = panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("mappings").EnumerateArray();
            var nothing = Assert.Single(mappings, m => m.GetProperty("type").GetString() == "special").GetProperty("options");
            Assert.Equal("null+nan", nothing.GetProperty("match").GetString());
            Assert.Equal("orange", nothing.GetProperty("result").GetProperty("color").GetString());
        });

    [Theory]
    [MemberData(nameof(Files))]
    public void No_data_source_is_hard_coded(string file)
    {
        var dashboard = Dashboard.Load(file);
        var sources = All(dashboard.Root, "datasource").Where(d => d.ValueKind == JsonValueKind.Object && d.GetProperty("type").GetString() != "grafana").ToList();
        Assert.All(sources, d => Assert.Equal("${datasource}", d.GetProperty("uid").GetString()));
        Assert.DoesNotContain(All(dashboard.Root, "datasource"), d => d.ValueKind == JsonValueKind.String);
        Assert.All(dashboard.Panels.SelectMany(p => p.GetProperty("targets").EnumerateArray()), t => Assert.True(t.TryGetProperty("datasource", out _)));
        Assert.Equal("datasource", dashboard.Variables.Single(v => v.GetProperty("name").GetString() == "datasource").GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_variable_used_is_defined_and_every_variable_defined_is_used(string file)
    {
        var dashboard = Dashboard.Load(file);
        var defined = dashboard.Variables.Select(v => v.GetProperty("name").GetString()!).ToHashSet();
        var used = Used().Matches(dashboard.Text).Select(m => m.Groups["name"].Value).Where(n => !BuiltIn.Contains(n)).ToHashSet();
        Assert.Equal(defined.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_metric_and_label_in_a_query_exists(string file)
    {
        var dashboard = Dashboard.Load(file);
        var expressions = dashboard.Queries.Select(q => (q.Panel, q.Expression))
            .Concat(dashboard.Root.GetProperty("annotations").GetProperty("list").EnumerateArray().Where(a => a.TryGetProperty("expr", out _)).Select(a => ("annotation", a.GetProperty("expr").GetString()!)));
        Assert.All(expressions, e =>
        {
            Assert.NotEmpty(PromQl.Metrics(e.Item2));
            Assert.All(PromQl.Metrics(e.Item2), m => Assert.True(KnownMetrics.SeriesNames.Contains(m), $"{e.Item1}: {m}"));
            Assert.All(PromQl.Labels(e.Item2), l => Assert.True(KnownMetrics.Labels.Contains(l), $"{e.Item1}: {l}"));
        });
    }

    [Fact]
    public void Every_metric_of_the_exporter_is_on_a_dashboard()
    {
        var shown = Files.SelectMany(f => Dashboard.Load(f.Data).Queries).SelectMany(q => PromQl.Metrics(q.Expression)).ToHashSet();
        Assert.All(KnownMetrics.Own, m => Assert.True(shown.Any(s => s == m.Name || (m.Kind == "histogram" && s.StartsWith(m.Name + "_", StringComparison.Ordinal))), m.Name));
    }

    [Fact]
    public void The_dashboards_lead_to_each_other_and_to_the_runbooks()
    {
        var uids = Files.Select(f => Dashboard.Load(f.Data).Root.GetProperty("uid").GetString()!).ToList();
        Assert.All(Files, file =>
        {
            var root = Dashboard.Load(file.Data).Root;
            var links = root.GetProperty("links").EnumerateArray().Select(l => l.GetProperty("url").GetString()!).ToList();
            Assert.Contains(links, l => uids.Except([root.GetProperty("uid").GetString()!]).Any(u => l == $"/d/{u}"));
            Assert.Contains(links, l => l.EndsWith("/docs/alerts.md", StringComparison.Ordinal));
            Assert.All(InternalLinks().Matches(Dashboard.Load(file.Data).Text).Select(m => m.Groups["uid"].Value), u => Assert.Contains(u, uids));
        });
        Assert.True(File.Exists(Repository.Path("docs", "alerts.md")));
    }

    private static IEnumerable<(int X, int Y)> Cells(JsonElement panel)
    {
        var grid = panel.GetProperty("gridPos");
        var (x, y, w, h) = (grid.GetProperty("x").GetInt32(), grid.GetProperty("y").GetInt32(), grid.GetProperty("w").GetInt32(), grid.GetProperty("h").GetInt32());
        return Enumerable.Range(y, h).SelectMany(row => Enumerable.Range(x, w).Select(column => (column, row)));
    }

    private static IEnumerable<JsonElement> All(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => (p.Name == name ? new[] { p.Value } : []).Concat(All(p.Value, name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => All(e, name)),
        _ => [],
    };

    [GeneratedRegex(@"\$\{?(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Used();

    [GeneratedRegex(@"/d/(?<uid>[\w-]+)")]
    private static partial Regex InternalLinks();
}
