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
    [InlineData("--log.level = w", "warn")]
    [InlineData("once --output = ", "table text")]
    public async Task Bash_completes_what_follows_an_equals_sign(string words, string completed)
    {
        var typed = string.Join(' ', ((string[])["dxjobs-exporter", .. words.Split(' ')]).Select(w => $"'{w}'"));
        var run = await Run.ToEndAsync(
            "bash", "-c", $"{await ScriptAsync("bash")}\nCOMP_WORDS=({typed})\nCOMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n_dxjobs_exporter\necho \"${{COMPREPLY[@]}}\"");
        Assert.Equal((0, completed + "\n", ""), (run.Status, string.Join(' ', run.Output.Trim().Split(' ').Order(StringComparer.Ordinal)) + "\n", run.Error));
    }

    [Theory]
    [InlineData("", "backfill check-config completion healthcheck jobs once serve simulate")]
    [InlineData("once --out", "--output")]
    [InlineData("once --output t", "table text")]
    [InlineData("--log.level ", "debug error info warn")]
    [InlineData("completion f", "fish")]
    [InlineData("simulate --f", "--faults")]
    [InlineData("simulate --online", "")]
    public async Task Fish_completes(string typed, string completed)
    {
        using var folder = new ConfigFile(await ScriptAsync("fish"));
        var run = await Run.ToEndAsync("fish", "--no-config", "-c", $"source {folder.Path}; complete -C 'dxjobs-exporter {typed}'");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(completed, string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])));
    }

    /// <summary>zsh completes on a terminal alone: it gets one, and what is typed there.</summary>
    [Theory]
    [InlineData("che", "check-config ")]
    [InlineData("once --outp", "once --output=")]
    [InlineData("once --output ta", "table ")]
    [InlineData("--log.level w", "warn ")]
    [InlineData("completion f", "fish ")]
    public async Task Zsh_completes(string typed, string completed)
    {
        using var folder = new ConfigFile(await ScriptAsync("zsh"));
        var script = $"""
            zmodload zsh/zpty
            zpty terminal TERM=dumb zsh -f -i
            zpty -w terminal "autoload -Uz compinit; compinit -u -D; source {folder.Path}; echo so''urced"
            zpty -r terminal line '*sourced*'
            zpty -w -n terminal $'dxjobs-exporter {typed}\t'
            zpty -r terminal line '*dxjobs-exporter*{completed}*'
            """;
        var run = await Run.ToEndAsync("timeout", "60", Tool.Require("zsh"), "-f", "-c", script);
        Assert.Equal((0, ""), (run.Status, run.Error));
    }

    [Fact]
    public async Task Zsh_and_fish_source_the_script_without_a_word()
    {
        foreach (var shell in (string[])["zsh", "fish"])
        {
            using var folder = new ConfigFile(await ScriptAsync(shell));
            var run = await Run.ToEndAsync(shell, shell == "zsh" ? "-f" : "--no-config", "-c", $"source {folder.Path}");
            Assert.Equal((0, "", ""), (run.Status, run.Output, run.Error));
        }
    }

    private static async Task<string> ScriptAsync(string shell)
    {
        var run = await ExporterProcess.RunAsync("completion", shell);
        Assert.Equal((0, ""), (run.Status, run.Error));
        return run.Output;
    }
}
