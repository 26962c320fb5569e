using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>The alert rules, by Prometheus's own checker and rule tester, and the house's rules for them.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Alerts => RuleFile.Names;

    public static TheoryData<string, PeerVersion> AlertsAndVersions { get; } =
        [.. RuleFile.Names.SelectMany(a => Enum.GetValues<PeerVersion>().Select(v => new TheoryDataRow<string, PeerVersion>(a.Data, v)))];

    [Theory]
    [InlineData("alerts/dxjobs.rules.yaml", PeerVersion.Distribution)]
    [InlineData("alerts/dxjobs.rules.yaml", PeerVersion.Current)]
    [InlineData("alerts/examples/expected-completions.rules.yaml", PeerVersion.Distribution)]
    [InlineData("alerts/examples/expected-completions.rules.yaml", PeerVersion.Current)]
    public async Task Promtool_accepts_the_rules(string file, PeerVersion version)
    {
        var (exitCode, output) = await Promtool(version, "check", "rules", Repository.Path(file));
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("WARNING", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(AlertsAndVersions))]
    public async Task An_alert_passes_its_tests(string alert, PeerVersion version)
    {
        var (exitCode, output) = await Promtool(version, "test", "rules", Repository.Path($"alerts/tests/{alert}.test.yaml"));
        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_has_a_test_of_firing_and_one_of_not_firing(string alert)
    {
        var tests = ((YamlSequenceNode)RuleFile.Root(Repository.Path($"alerts/tests/{alert}.test.yaml"))["tests"]).Children;
        var checks = tests.SelectMany(t => ((YamlSequenceNode)t["alert_rule_test"]).Children).Where(c => c["alertname"].ToString() == alert).ToList();
        Assert.Contains(checks, c => ((YamlSequenceNode)c["exp_alerts"]).Children.Count > 0);
        Assert.Contains(tests, t => ((YamlSequenceNode)t["alert_rule_test"]).Children.All(c => ((YamlSequenceNode)c["exp_alerts"]).Children.Count == 0));
    }

    /// <summary>Tests that would also pass with a rule that is wrong prove nothing.</summary>
    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task The_tests_of_an_alert_notice_when_it_never_fires_and_when_it_always_does(string alert)
    {
        foreach (var broken in (string[])["vector(1) > 1", "vector(1)"])
        {
            var folder = Directory.CreateTempSubdirectory("dxjobs-rules-");
            try
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, "dxjobs.rules.yaml"), RuleFile.With(alert, broken), TestContext.Current.CancellationToken);
                var tests = folder.CreateSubdirectory("tests");
                var copy = Path.Combine(tests.FullName, "copy.test.yaml");
                File.Copy(Repository.Path($"alerts/tests/{alert}.test.yaml"), copy);
                var (exitCode, output) = await Promtool(PeerVersion.Distribution, "test", "rules", copy);
                Assert.True(exitCode != 0 && output.Contains("FAILED", StringComparison.Ordinal), $"the tests pass with the expression {broken}: {output}");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    [Fact]
    public void There_is_no_test_without_an_alert() =>
        Assert.Equal(
            RuleFile.Alerts.Select(a => Path.GetFileName(a.TestFile)).Distinct().Order(StringComparer.Ordinal),
            Directory.GetFiles(Repository.Path("alerts", "tests")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Names_are_unique_and_severities_are_those_that_people_route_by()
    {
        Assert.Distinct(RuleFile.Alerts.Select(a => (a.Name, a.Severity)));
        Assert.All(RuleFile.Alerts, a => Assert.Contains(a.Severity, (string[])["critical", "warning", "info"]));
        Assert.All(RuleFile.Alerts, a => Assert.StartsWith("DxJobs", a.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_alert_has_a_summary_a_description_a_command_and_links() =>
        Assert.All(RuleFile.Alerts, a =>
        {
            Assert.Superset(
                new HashSet<string> { "summary", "description", "command", "dashboard_url", "status_url", "runbook_url" }, a.Annotations.Keys.ToHashSet());
            Assert.InRange(a.Annotations["summary"].Length, 20, 400);
            Assert.InRange(a.Annotations["description"].Length, 60, 800);
            Assert.StartsWith("dxjobs-exporter ", a.Annotations["command"], StringComparison.Ordinal);
            Assert.StartsWith("http://localhost:3000/d/dxjobs-", a.Annotations["dashboard_url"], StringComparison.Ordinal);
            Assert.StartsWith("http://localhost:10390/", a.Annotations["status_url"], StringComparison.Ordinal);
        });

    /// <summary>A summary is one line on a phone, whatever the template looks like.</summary>
    [Theory]
    [MemberData(nameof(Alerts))]
    public void The_annotations_are_short_when_rendered_and_leave_nothing_unrendered(string alert)
    {
        var rendered = ((YamlSequenceNode)RuleFile.Root(Repository.Path($"alerts/tests/{alert}.test.yaml"))["tests"]).Children
            .SelectMany(t => ((YamlSequenceNode)t["alert_rule_test"]).Children).SelectMany(c => ((YamlSequenceNode)c["exp_alerts"]).Children)
            .Select(a => a["exp_annotations"]).ToList();
        Assert.NotEmpty(rendered);
        Assert.All(rendered, a =>
        {
            Assert.InRange(a["summary"].ToString().Length, 20, 140);
            Assert.InRange(a["description"].ToString().Length, 60, 400);
            Assert.All(((YamlMappingNode)a).Children.Values, v => Assert.DoesNotMatch("<no value>|%!|\\{\\{", v.ToString()));
        });
    }

    /// <summary>An interval of an hour, a restart, a first start, replicas and low volume: named in the tests of every alert that they can concern.</summary>
    [Theory]
    [InlineData("restart")]
    [InlineData("replica")]
    [InlineData("first start")]
    [InlineData("once an hour")]
    public void The_hard_circumstances_are_tested(string circumstance)
    {
        var tested = RuleFile.Alerts.Where(a => File.ReadAllText(Repository.Path(a.TestFile)).Contains(circumstance, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(tested.Count >= 18, $"{circumstance}: {string.Join(' ', tested.Select(a => a.Name))}");
    }

    [Fact]
    public void Rules_name_only_metrics_and_labels_that_there_are()
    {
        var expressions = RuleFile.Alerts.Select(a => (a.Name, a.Expression)).Concat(RuleFile.Recorded.Select(r => (Name: r.Key, Expression: r.Value))).ToList();
        Assert.All(expressions, e => Assert.All(PromQl.Metrics(e.Expression), metric =>
            Assert.True(
                KnownMetrics.SeriesNames.Contains(metric) || RuleFile.Recorded.ContainsKey(metric) || metric == "dxjobs:expected_completion:seconds",
                $"{e.Name} names {metric}")));
        Assert.All(expressions, e => Assert.All(PromQl.Labels(e.Expression), label => Assert.True(KnownMetrics.Labels.Contains(label), $"{e.Name} names the label {label}")));
        Assert.All(RuleFile.Recorded.Keys, recorded => Assert.Contains(expressions, e => PromQl.Metrics(e.Expression).Contains(recorded)));
    }

    private static Task<(int ExitCode, string Output)> Promtool(PeerVersion version, params string[] arguments) =>
        Command.RunAsync(Peers.Promtool(version), arguments, cancel: TestContext.Current.CancellationToken);
}
