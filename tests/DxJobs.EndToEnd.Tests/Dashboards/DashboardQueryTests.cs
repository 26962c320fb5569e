using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Dashboards;

/// <summary>Every query of every panel, and every variable, asked of a real Prometheus.</summary>
public sealed partial class DashboardQueryTests
{
    [Fact]
    public async Task Every_query_parses_and_returns_series_and_every_variable_has_values()
    {
        var cancel = TestContext.Current.CancellationToken;
        var sample = new SampleExposition();
        await using var exposition = new ExpositionServer(sample.Text);
        await using var prometheus = await PrometheusServer.StartAsync(exposition.Metrics, Impatient(RuleFile.Text), alertmanager: null, cancel);
        await EverythingAnswersAsync(prometheus, cancel);
    }

    /// <summary>Asks all that the dashboards ask, until everything has answered once.</summary>
    internal static async Task EverythingAnswersAsync(PrometheusServer prometheus, CancellationToken cancel)
    {
        var open = Dashboard.Files.Select(f => Dashboard.Load(f.Data))
            .SelectMany(d => d.Queries.Select(q => ($"{q.Panel}/{q.RefId}", Expression: Filled(q.Expression, d))).Concat(VariableQueries(d))).ToList();
        Assert.True(open.Count > 60);
        await Eventually.TrueAsync(async () =>
        {
            foreach (var query in open.ToList())
            {
                if ((await prometheus.QueryAsync(query.Expression, cancel)).Count > 0)
                {
                    open.Remove(query);
                }
            }

            return open.Count == 0;
        }, () => $"no series from\n{string.Join('\n', open)}", cancel);
    }

    /// <summary>The rules without patience, so that alerts fire within a test.</summary>
    internal static string Impatient(string rules) => Patience().Replace(rules, "");

    private static IEnumerable<(string Name, string Expression)> VariableQueries(Dashboard dashboard) =>
        dashboard.Variables.Where(v => v.GetProperty("type").GetString() == "query").Select(v =>
        {
            var parts = LabelValues().Match(v.GetProperty("query").GetProperty("query").GetString()!);
            Assert.True(parts.Success, v.GetProperty("name").GetString());
            return ($"variable {v.GetProperty("name").GetString()}", $"count by ({parts.Groups["label"].Value}) ({Filled(parts.Groups["metric"].Value, dashboard)}) > 0");
        });

    /// <summary>The expression as Grafana would send it with everything chosen.</summary>
    private static string Filled(string expression, Dashboard dashboard) => Variable().Replace(expression, m => m.Groups["name"].Value switch
    {
        "__rate_interval" => "15s",
        "__range" => "1h",
        "window" => "1h",
        var name when dashboard.Variables.Any(v => v.GetProperty("name").GetString() == name) => ".*",
        var name => throw new InvalidOperationException($"what is ${name}?"),
    });

    [GeneratedRegex(@"^ +(for|keep_firing_for): \w+\n", RegexOptions.Multiline)]
    private static partial Regex Patience();

    [GeneratedRegex(@"^label_values\((?<metric>.+), (?<label>\w+)\)$")]
    private static partial Regex LabelValues();

    [GeneratedRegex(@"\$\{?(?<name>\w+)\}?")]
    private static partial Regex Variable();
}
