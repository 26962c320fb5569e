using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>One runbook per alert, each complete.</summary>
public sealed partial class RunbookTests
{
    private const string Base = "https://github.com/dxjobs-exporter/dxjobs-exporter/blob/main/";

    public static TheoryData<string> Alerts => RuleFile.Names;

    [Fact]
    public void There_is_a_runbook_for_every_alert_and_no_other() =>
        Assert.Equal(
            RuleFile.Alerts.Select(a => Path.GetFileName(a.Runbook)).Distinct().Order(StringComparer.Ordinal),
            Directory.GetFiles(Repository.Path("docs", "runbooks")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_alert_leads_to_its_own_runbook() =>
        Assert.All(RuleFile.Alerts, a => Assert.Equal(Base + a.Runbook, a.Annotations["runbook_url"]));

    [Theory]
    [MemberData(nameof(Alerts))]
    public void A_runbook_has_the_usual_sections_and_its_own_alert(string alert)
    {
        var rules = RuleFile.Named(alert).ToList();
        var text = File.ReadAllText(Repository.Path(rules[0].Runbook));
        Assert.StartsWith($"# {alert}\n\nSeverity: {string.Join(" and ", rules.Select(r => r.Severity))}.", text, StringComparison.Ordinal);
        Assert.Equal(
            ["Meaning", "Impact", "Diagnosis", "Mitigation", "Resolved when", "Silence"], Sections().Matches(text).Select(m => m.Groups["title"].Value));
        Assert.Contains($"alertname={alert}", text, StringComparison.Ordinal);
        Assert.Contains("--comment=", text, StringComparison.Ordinal);
        Assert.All(Links().Matches(text).Select(m => m.Groups["path"].Value).Where(p => !p.Contains("://", StringComparison.Ordinal)), path =>
            Assert.True(File.Exists(Path.GetFullPath(Path.Combine(Repository.Path("docs", "runbooks"), path))), $"{path} is not there"));
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task The_commands_of_a_runbook_are_commands(string alert)
    {
        var script = string.Join('\n', Commands(alert));
        var (exitCode, output) = await Command.RunAsync(
            Tool.Require("bash"), ["-n", "-c", script], cancel: TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0 && output.Length == 0, output);
    }

    [Fact]
    public void The_overview_lists_every_alert_as_it_is()
    {
        var text = File.ReadAllText(Repository.Path("docs", "alerts.md"));
        var rows = Rows().Matches(text).Select(m => (Name: m.Groups["alert"].Value, Cells: m.Groups["rest"].Value.Split('|', StringSplitOptions.TrimEntries)));
        Assert.Equal(
            RuleFile.Alerts.Select(a => (a.Name, a.Severity, a.For ?? "-", Tunable(a))),
            rows.Select(r => (r.Name, r.Cells[0], r.Cells[2], r.Cells[3])));
    }

    /// <summary>What a user may tune has a name, and the name stands for one number.</summary>
    [Fact]
    public void Numbers_to_tune_have_names_that_are_unique_within_an_alert() =>
        Assert.All(RuleFile.Alerts, a => Assert.Distinct(Tunes().Matches(a.Expression).Select(m => m.Groups["name"].Value)));

    /// <summary>The shell blocks of a runbook.</summary>
    internal static IEnumerable<string> Commands(string alert) =>
        Blocks().Matches(File.ReadAllText(Repository.Path($"docs/runbooks/{alert}.md"))).Select(m => m.Groups["text"].Value);

    private static string Tunable(AlertRule alert) =>
        Tunes().Matches(alert.Expression) is { Count: > 0 } tunes ? string.Join(", ", tunes.Select(m => $"{m.Groups["name"].Value} {m.Groups["value"].Value}")) : "-";

    [GeneratedRegex("^## (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)")]
    private static partial Regex Links();

    [GeneratedRegex("^ *```sh\n(?<text>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^\| \[(?<alert>\w+)\]\(runbooks/\k<alert>\.md\) \| (?<rest>.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"(?<value>\S+) # tune: (?<name>\w+)")]
    private static partial Regex Tunes();
}
