using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Feeds;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>What the simulator's page says of it is true.</summary>
public sealed partial class SimulatorPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "simulator.md"));

    [Fact]
    public async Task Every_fault_has_a_row_and_is_named_in_the_help()
    {
        var rows = Rows().Matches(Page).Select(m => m.Groups["fault"].Value).ToList();
        var unknown = Assert.Throws<FormatException>(() => SimulatorFaults.Parse("none=1"));
        var help = (await ExporterProcess.RunAsync("simulate", "--help")).Output;

        Assert.All(rows, row => Assert.NotEqual(SimulatorFaults.None, SimulatorFaults.Parse(row)));
        Assert.All(rows, row => Assert.Contains(row.Split('=')[0], unknown.Message, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains(row.Split('=')[0], help, StringComparison.Ordinal));
        Assert.Equal(typeof(SimulatorFaults).GetProperties().Length, rows.Count);
    }

    [Fact]
    public void The_example_of_a_scenario_is_valid_and_has_every_key()
    {
        var scenario = Scenario.Parse(ScenarioExample().Match(Page).Groups["json"].Value);
        var feed = Assert.Single(scenario.Feeds);

        Assert.Equal((DayOfWeek.Tuesday, 5, FeedFailure.KmsDenied), (scenario.Today, feed.Days.Count, feed.Failure));
        Assert.All(Enum.GetNames<FeedFailure>(), name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_the_canary_and_the_access_key()
    {
        Assert.Contains(SimulatorCanary.Text, Page, StringComparison.Ordinal);
        Assert.Contains(SimulatorCredentials.AccessKeyId, Page, StringComparison.Ordinal);
    }

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ScenarioExample();

    [GeneratedRegex(@"^\| `(?<fault>[a-z-]+=[0-9.ms]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
