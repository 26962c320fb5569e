using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>One runbook an alert, each with what somebody woken at three needs.</summary>
public sealed partial class RunbookTests
{
    private const string Base = "https://github.com/dxjobs-exporter/dxjobs-exporter/blob/main/";

    public static TheoryData<string> Alerts => RuleFile.Names;

    [Fact]
    public void There_is_a_runbook_for_every_alert_and_no_other() =>
        Assert.Equal(
            RuleFile.Alerts.Select(a => Path.GetFileName(a.Runbook)).Order(StringComparer.Ordinal),
            Directory.GetFiles(Repository.Path("docs", "runbooks")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_alert_leads_to_its_own_runbook() =>
        Assert.All(RuleFile.Alerts, a => Assert.Equal(Base + a.Runbook, a.Annotations["runbook_url"]));

    [Theory]
    [MemberData(nameof(Alerts))]
    public void A_runbook_says_what_it_means_who_feels_it_how_to_find_fix_and_silence_it(string alert)
    {
        var rule = RuleFile.Alerts.Single(a => a.Name == alert);
        var text = File.ReadAllText(Repository.Path(rule.Runbook));
        Assert.StartsWith($"# {alert}\n\nSeverity: {rule.Severity}.", text, StringComparison.Ordinal);
        var sections = Sections().Matches(text).Select(m => m.Groups["title"].Value).ToList();
        Assert.Equal(5, sections.Count);
        Assert.Equal(["What it means", "What users of the data feel"], sections.Take(2));
        Assert.Contains(sections[2], (string[])["How to find the jobs", "How to find the cause"]);
        Assert.Equal(["How to fix it", "How to silence it"], sections.Skip(3));
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
        var rows = Rows().Matches(text).ToDictionary(m => m.Groups["alert"].Value, m => m.Groups["rest"].Value.Split('|', StringSplitOptions.TrimEntries));
        Assert.Equal(RuleFile.Alerts.Select(a => a.Name), rows.Keys);
        Assert.All(RuleFile.Alerts, a =>
        {
            var cells = rows[a.Name];
            Assert.Equal(a.Severity, cells[0]);
            Assert.Equal(a.For ?? "-", cells[2]);
            Assert.Equal(Tunable(a), cells[3]);
        });
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
