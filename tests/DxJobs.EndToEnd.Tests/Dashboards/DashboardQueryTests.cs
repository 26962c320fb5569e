using System.Globalization;
using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Dashboards;

/// <summary>Every query of every panel, and every variable, asked of a real Prometheus.</summary>
public sealed partial class DashboardQueryTests
{
    /// <summary>Only with revisions, or only where there are event actions.</summary>
    private static readonly string[] Optional = ["aws_dataexchange_data_set_last_revision_timestamp_seconds"];

    [Fact]
    public async Task Every_query_parses_and_returns_series_and_every_variable_has_values()
    {
        var cancel = TestContext.Current.CancellationToken;
        var sample = new SampleExposition();
        await using var exposition = new ExpositionServer(sample.Text);
        await using var prometheus = await PrometheusServer.StartAsync(exposition.Metrics, Impatient(RuleFile.Text), alertmanager: null, cancel);
        await EverythingAnswersAsync(prometheus, cancel);
    }

    /// <summary>The same over the real exporter: one account that lives with troubles of every kind, and one target that is refused.</summary>
    [Fact]
    public async Task Every_query_is_answered_by_the_real_exporter()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 5_000, Seed = 3, Speed = 60, Faults = SimulatorFaults.Parse("throttle=0.1,error=0.05") }, TimeProvider.System, null, cancel);
        await using var refusing = await Accounts.StillAsync(10, SimulatorFaults.Parse("access-denied=1"));
        Trouble(server.Account);
        using var config = new ConfigFile($$"""
            poll: {interval: 1s, timeout: 1s, full_resync: 5s, max_requests_per_second: 1000}
            data_sets: {enabled: true}
            targets:
              - {name: feeds, region: us-east-1, endpoint_url: "{{server.Endpoint}}"}
              - {name: refused, region: us-east-1, endpoint_url: "{{refusing.Endpoint}}"}
            """);
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Up("feeds"), "the account is up");
        await using var prometheus = await PrometheusServer.StartAsync(new Uri(exporter.Address, "/metrics"), Impatient(RuleFile.Text), alertmanager: null, cancel);
        var next = 0;
        await EverythingAnswersAsync(prometheus, cancel, () => Fail(server.Account, next++), IsExposed);
    }

    /// <summary>The series that the reference documents, without those of optional features.</summary>
    private static bool IsExposed(string expression)
    {
        var reference = File.ReadAllText(Repository.Path("docs", "metrics.md"));
        return PromQl.Metrics(expression).All(m =>
            (KnownMetrics.Own.All(k => k.Name != m) || reference.Contains($"`{m}`", StringComparison.Ordinal)) && !Optional.Contains(m));
    }

    /// <summary>A job that nobody starts, and one that never ends.</summary>
    private static void Trouble(SimulatedAccount account)
    {
        var before = account.Now.AddDays(-2);
        account.Upsert(account.Waiting(new string('1', 32)) with { CreatedAt = before });
        account.Upsert(account.Waiting(new string('2', 32)) with { CreatedAt = before, StartedAt = before });
    }

    /// <summary>A job that ends at a limit.</summary>
    private static void Fail(SimulatedAccount account, int number) =>
        account.Upsert(account.Waiting(number.ToString("x32", CultureInfo.InvariantCulture)) with
        {
            StartedAt = account.Now,
            EndedAt = account.Now,
            EndState = SimulatedJobState.Error,
            Errors = [new("SERVICE_QUOTA_EXCEEDED_EXCEPTION", "too many", "Assets per revision", 10_000, "r", "REVISION"), new("MALWARE_DETECTED", "found")],
        });

    /// <summary>Asks all that the dashboards ask, until everything has answered once.</summary>
    internal static async Task EverythingAnswersAsync(PrometheusServer prometheus, CancellationToken cancel, Action? meanwhile = null, Func<string, bool>? only = null)
    {
        var open = Dashboard.Files.Select(f => Dashboard.Load(f.Data))
            .SelectMany(d => d.Queries.Select(q => ($"{q.Panel}/{q.RefId}", Expression: Filled(q.Expression, d))).Concat(VariableQueries(d)))
            .Where(q => only?.Invoke(q.Expression) ?? true).ToList();
        Assert.True(open.Count > 60);
        await Eventually.TrueAsync(async () =>
        {
            meanwhile?.Invoke();
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

    /// <summary>The expression as Grafana would send it with everything chosen, without the mark of "no data" that always answers.</summary>
    private static string Filled(string expression, Dashboard dashboard) => Variable().Replace(expression.Replace(Dashboard.NoData, "", StringComparison.Ordinal), m => m.Groups["name"].Value switch
    {
        "__rate_interval" => "15s",
        "__range" => "1h",
        "window" => "1h",
        var name when dashboard.Variables.Any(v => v.GetProperty("name").GetString() == name) => ".*",
        var name => throw new InvalidOperationException($"what is ${name}?"),
    });

    [GeneratedRegex(@"^ +(for|keep_firing_for|interval): \w+\n", RegexOptions.Multiline)]
    private static partial Regex Patience();

    [GeneratedRegex(@"^label_values\((?<metric>.+), (?<label>\w+)\)$")]
    private static partial Regex LabelValues();

    [GeneratedRegex(@"\$\{?(?<name>\w+)\}?")]
    private static partial Regex Variable();
}
