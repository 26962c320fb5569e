using System.Diagnostics;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>All Markdown keeps the rules of markdownlint.</summary>
public sealed class MarkdownlintTests
{
    [Fact]
    public async Task It_finds_nothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        var linter = Repository.Path("tests", "node_modules", "markdownlint-cli2", "markdownlint-cli2-bin.mjs");
        Tool.RequireFile(linter);
        using var process = Process.Start(new ProcessStartInfo(Tool.Require("node"), [linter])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, await output + await error);
        Assert.Contains($"Linting: {MarkdownPage.All.Count} file(s)", await output, StringComparison.Ordinal);
    }
}
