using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Commands;

/// <summary>NO_COLOR, in a pipe and on a terminal.</summary>
public sealed class ColourTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    public async Task A_table_in_a_pipe_holds_no_escape_sequence(string noColor)
    {
        var run = await ExporterProcess.RunWithAsync(new() { ["NO_COLOR"] = noColor }, "once", "--simulate", "--output", "table");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.StartsWith("TARGET", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The line of progress moves the cursor; it has no colour either.</summary>
    [Fact]
    public async Task A_terminal_is_shown_progress_and_no_colour()
    {
        var (status, output) = await Command.RunAsync(
            Tool.Require("script"),
            ["--quiet", "--return", "--command", $"{ExporterProcess.Program} once --simulate --output table", "/dev/null"],
            new Dictionary<string, string> { ["NO_COLOR"] = "1", ["TERM"] = "xterm-256color" },
            TestContext.Current.CancellationToken);
        Assert.True(status == 0, output);
        Assert.DoesNotMatch("\u001b\\[[0-9;]*m", output);
        Assert.Matches("1 of 1 targets, [0-9]+ pages, [0-9]+ jobs", output);
    }
}
