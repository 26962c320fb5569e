using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>Commands in the documentation: all parse, and those for users are run.</summary>
public sealed partial class CommandTests
{
    /// <summary>What builds or releases this repository, and what only a host of its own can do; <see cref="FreshCloneTests"/> has the two of the front page.</summary>
    private static readonly string[] NotRun = ["dotnet ", "./test.sh", "git ", "tests/", "kubectl ", "helm ", "cosign ", "benchmarks/", "alerts/tests", "gh ", "apt-get ", "systemctl enable", "eng/package.sh", "promtool tsdb", "api/v1/import", "> dxjobs.rules.yaml"];

    public static TheoryData<string> Blocks => MarkdownPage.Places(MarkdownPage.BlocksOf("sh"));

    public static TheoryData<string> Pages => [.. MarkdownPage.Guides.Where(p => Runnable(p).Any()).Select(p => p.Path)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_block_is_a_script(string place)
    {
        var run = await Run.ToEndAsync("bash", "-n", "-c", MarkdownPage.At(place).Text);
        Assert.True(run is { Status: 0, Error: "" }, run.Error);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_commands_of_a_page_do_what_it_says(string path)
    {
        var page = MarkdownPage.All.Single(p => p.Path == path);
        var start = path.StartsWith("examples/", StringComparison.Ordinal) ? Path.GetDirectoryName(path) : null;
        await PageScript.SucceedsAsync(path, string.Join('\n', Runnable(page).Select(b => b.Text)), start);
    }

    [Fact]
    public void Most_pages_with_commands_are_run() => Assert.True(Pages.Count >= 12, $"{Pages.Count} pages");

    /// <summary>Commands elsewhere than in blocks for the shell would go unseen.</summary>
    [Fact]
    public void Commands_stand_in_blocks_for_the_shell() =>
        Assert.All(MarkdownPage.All.SelectMany(p => p.Blocks).Where(b => b.Language is "" or "text" or "bash" or "console" or "shell"), b =>
            Assert.False(Command().IsMatch(b.Text) || b.Language is "" or "bash" or "console" or "shell", $"{b.Place}: ```sh is the fence for commands"));

    private static IEnumerable<CodeBlock> Runnable(MarkdownPage page) =>
        page.Blocks.Where(b => b.Language == "sh" && !NotRun.Any(n => b.Text.Contains(n, StringComparison.Ordinal)));

    [GeneratedRegex("^(?:dxjobs-exporter|aws|curl) ", RegexOptions.Multiline)]
    private static partial Regex Command();
}
