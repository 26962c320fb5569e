using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The PrometheusRule: our rules, and what values change of them.</summary>
public sealed class AlertValuesTests
{
    private const string On = "prometheusRule.enabled=true";

    private static readonly YamlNode OurRules = Yaml.Documents(RuleFile.Text)[0];

    public static TheoryData<string> Alerts => RuleFile.Names;

    public static TheoryData<string, string> Numbers { get; } =
        [.. RuleFile.Alerts.SelectMany(a => Tunes.Of(a).Select(t => (a.Name, Number: t.Name))).Distinct()
            .Select(n => new TheoryDataRow<string, string>(n.Name, n.Number))];

    [Fact]
    public async Task Without_changes_it_holds_our_rules_as_they_are() =>
        Assert.Equal(OurRules.Find("groups")!.Flow(sorted: true), (await GroupsAsync()).Flow(sorted: true));

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task An_alert_that_is_switched_off_is_gone_and_nothing_else(string alert)
    {
        var expected = Yaml.Documents(RuleFile.Text)[0];
        foreach (var group in expected.Items("groups"))
        {
            var rules = (YamlSequenceNode)group.Find("rules")!;
            rules.Children.Where(r => r.Text("alert") == alert).ToList().ForEach(r => rules.Children.Remove(r));
        }

        Assert.Equal(expected.Find("groups")!.Flow(sorted: true), (await GroupsAsync($"prometheusRule.alerts.{alert}.enabled=false")).Flow(sorted: true));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_number_that_is_tuned_is_the_only_one_that_changes(string alert, string name)
    {
        var old = RuleFile.Named(alert).SelectMany(Tunes.Of).First(t => t.Name == name).Value;
        var expected = RuleFile.Text.Replace($" {old} # tune: {name}\n", $" 1234567 # tune: {name}\n", StringComparison.Ordinal);
        var groups = await GroupsAsync($"prometheusRule.alerts.{alert}.tune.{name}=1234567");
        Assert.Equal(Rule(Yaml.Documents(expected)[0].Find("groups")!, alert), Rule(groups, alert));
        Assert.All(RuleFile.Alerts.Where(a => a.Name != alert), a => Assert.Equal(Rule(OurRules.Find("groups")!, a.Name), Rule(groups, a.Name)));
        await PromtoolAcceptsAsync(groups);
    }

    [Fact]
    public async Task Changes_of_severity_times_labels_and_expectations_are_as_the_values_say()
    {
        var rendered = await Chart.RenderAsync("everything-on.yaml");
        var groups = rendered.One("PrometheusRule").Find("spec", "groups")!;
        var spike = groups.Items().SelectMany(g => g.Items("rules")).Single(r => r.Text("alert") == "DxJobsErrorSpike");
        Assert.Equal(("15m", "1h", "warning", "data"), (spike.Text("for"), spike.Text("keep_firing_for"), spike.Text("labels", "severity"), spike.Text("labels", "team")));
        Assert.Contains("> 0.5 # tune: ratio\n", spike.Text("expr"), StringComparison.Ordinal);
        Assert.Contains(">= 1000000 # tune: jobs\n", spike.Text("expr"), StringComparison.Ordinal);
        var stuck = groups.Items().SelectMany(g => g.Items("rules")).Single(r => r.Text("alert") == "DxJobsJobStuck");
        Assert.Equal("{severity: \"warning\", team: \"imports\", tier: \"gold\"}", stuck.Find("labels")!.Flow(sorted: true));
        Assert.DoesNotContain("DxJobsWindowMissing", groups.Flow(), StringComparison.Ordinal);
        var expectations = groups.Items().Single(g => g.Text("name") == "dxjobs-expected-completions").Items("rules");
        Assert.Equal(["vector(93600)", "vector(7200)"], expectations.Select(r => r.Text("expr")));
        Assert.Equal(["region", "target", "type"], expectations[0].Keys("labels").Order(StringComparer.Ordinal));
        Assert.Contains(RuleFile.Alerts, a => a.Expression.Contains(expectations[0].Text("record")!, StringComparison.Ordinal));
        await PromtoolAcceptsAsync(groups);
    }

    [Fact]
    public async Task Changes_of_one_severity_leave_the_other_rule_of_the_name_as_it_is()
    {
        var rules = (await GroupsAsync("prometheusRule.alerts.DxJobsTargetDown.critical.for=3h", "prometheusRule.alerts.DxJobsTargetDown.keepFiringFor=1m"))
            .Items().SelectMany(g => g.Items("rules")).Where(r => r.Text("alert") == "DxJobsTargetDown");
        Assert.Equal(
            [("warning", "10m", "1m"), ("critical", "3h", "1m")],
            rules.Select(r => (r.Text("labels", "severity")!, r.Text("for")!, r.Text("keep_firing_for")!)));
    }

    [Fact]
    public async Task Links_lead_to_the_addresses_of_the_values()
    {
        var groups = (await GroupsAsync("prometheusRule.grafanaUrl=https://grafana.example.com", "prometheusRule.exporterUrl=https://jobs.example.com/x")).Flow();
        Assert.DoesNotContain("localhost", groups, StringComparison.Ordinal);
        Assert.Contains("https://grafana.example.com/d/dxjobs-job-health?", groups, StringComparison.Ordinal);
        Assert.Contains("https://jobs.example.com/x/data-sets/", groups, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promtool_accepts_the_rules_as_they_are_rendered() => await PromtoolAcceptsAsync(await GroupsAsync());

    private static string Rule(YamlNode groups, string alert) =>
        string.Join('\n', groups.Items().SelectMany(g => g.Items("rules")).Where(r => r.Text("alert") == alert).Select(r => r.Flow(sorted: true)));

    private static async Task<YamlNode> GroupsAsync(params string[] set) =>
        (await Chart.RenderAsync("defaults.yaml", [On, .. set])).One("PrometheusRule").Find("spec", "groups")!;

    private static async Task PromtoolAcceptsAsync(YamlNode groups)
    {
        var folder = Directory.CreateTempSubdirectory("dxjobs-rules-");
        try
        {
            var file = Path.Combine(folder.FullName, "rules.yaml");
            await using (var text = new StreamWriter(file))
            {
                new YamlStream(new YamlDocument(new YamlMappingNode("groups", groups))).Save(text, assignAnchors: false);
            }

            var run = await Run.ToEndAsync(Peers.Promtool(PeerVersion.Current), "check", "rules", file);
            Assert.True(run.Status == 0, run.Output + run.Error);
            Assert.Contains($"{groups.Items().Sum(g => g.Items("rules").Count)} rules found", run.Output + run.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
