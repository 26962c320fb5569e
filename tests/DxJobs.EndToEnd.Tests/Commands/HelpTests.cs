using DxJobs.EndToEnd.Tests.Documentation;
using DxJobs.EndToEnd.Tests.Exporter;

namespace DxJobs.EndToEnd.Tests.Commands;

/// <summary>What <c>--help</c> says is true.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => ["", "serve", "once", "check-config", "simulate", "healthcheck", "completion"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_with_examples(string command)
    {
        var run = await ExporterProcess.RunAsync([.. Words(command), "--help"]);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Examples(run.Output));
    }

    [Fact]
    public async Task Every_command_is_listed()
    {
        var run = await ExporterProcess.RunAsync("--help");
        Assert.All(Commands.Select(row => row.Data).Where(c => c.Length > 0), c => Assert.Contains($"\n  {c} ", run.Output, StringComparison.Ordinal));
    }

    /// <summary>All in one script, since one builds on another: an exporter that runs, a simulated API.</summary>
    [Fact]
    public async Task The_examples_work_as_they_are_written()
    {
        var examples = new List<string>();
        foreach (var command in Commands.Select(row => row.Data))
        {
            examples.AddRange(Examples((await ExporterProcess.RunAsync([.. Words(command), "--help"])).Output));
        }

        Assert.True(examples.Count >= 10);
        await PageScript.SucceedsAsync("--help", string.Join('\n', examples));
    }

    [Theory]
    [InlineData("", "[default: info]")]
    [InlineData("", "[default: logfmt]")]
    [InlineData("", "[default: :10390]")]
    [InlineData("once", "[default: text]")]
    [InlineData("healthcheck", "[default: 3s]")]
    [InlineData("simulate", "[default: 127.0.0.1:10391]")]
    public async Task Defaults_are_shown_as_users_write_them_and_once(string command, string shown)
    {
        var run = await ExporterProcess.RunAsync([.. Words(command), "--help"]);
        Assert.Contains(run.Output.Split('\n'), line => line.EndsWith(shown, StringComparison.Ordinal));
        Assert.DoesNotContain("Default ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completion", "--help")]
    [InlineData("once", "--output", "html", "--help")]
    [InlineData("--log.level", "loud", "--help")]
    public async Task Whoever_asks_for_help_is_not_told_what_else_is_wrong(params string[] arguments)
    {
        var run = await ExporterProcess.RunAsync(arguments);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_names_the_version_and_the_revision()
    {
        var run = await ExporterProcess.RunAsync("--version");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Matches(@"^dxjobs-exporter \d+\.\d+\.\d+\S* \(revision \w+\)\n$", run.Output);
    }

    private static string[] Words(string command) => command.Length == 0 ? [] : [command];

    /// <summary>The commands; a remark stands after three spaces.</summary>
    private static IEnumerable<string> Examples(string help) =>
        help[(help.IndexOf("Examples:\n", StringComparison.Ordinal) + "Examples:\n".Length)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim().Split("   ")[0]);
}
