using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Commands;

/// <summary>Scripts that complete commands and flags.</summary>
public sealed class CompletionTests
{
    [Fact]
    public async Task Bash_parses_the_script_without_a_word()
    {
        var run = await Run.ToEndAsync("bash", "-n", "-c", await ScriptAsync("bash"));
        Assert.Equal((0, "", ""), (run.Status, run.Output, run.Error));
    }

    [Theory]
    [InlineData("", "ch", "check-config")]
    [InlineData("", "--sim", "--simulate")]
    [InlineData("once", "--out", "--output")]
    [InlineData("once --output", "t", "table text")]
    [InlineData("simulate", "--f", "--faults")]
    [InlineData("--log.level", "w", "warn")]
    [InlineData("--log.format", "", "json logfmt")]
    [InlineData("completion", "f", "fish")]
    [InlineData("simulate", "--online", "")]
    public async Task Bash_completes(string before, string begun, string completed)
    {
        var words = string.Join(' ', ((string[])["dxjobs-exporter", .. before.Split(' ', StringSplitOptions.RemoveEmptyEntries), begun]).Select(w => $"'{w}'"));
        var script = $"""
            {await ScriptAsync("bash")}
            COMP_WORDS=({words})
            COMP_CWORD=$(({words.Split(' ').Length} - 1))
            _dxjobs_exporter
            printf '%s\n' "${"{"}COMPREPLY[@]{"}"}" | sort
            """;
        var run = await Run.ToEndAsync("bash", "-c", script);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(completed, string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Other_shells_get_every_command(string shell)
    {
        var script = await ScriptAsync(shell);
        Assert.All((string[])["serve", "once", "check-config", "simulate", "healthcheck", "completion"], c => Assert.Contains(c, script, StringComparison.Ordinal));
    }

    private static async Task<string> ScriptAsync(string shell)
    {
        var run = await ExporterProcess.RunAsync("completion", shell);
        Assert.Equal((0, ""), (run.Status, run.Error));
        return run.Output;
    }
}
