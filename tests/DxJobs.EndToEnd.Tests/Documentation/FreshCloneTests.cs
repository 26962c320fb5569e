using System.Diagnostics;
using System.Globalization;
using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>What the front page promises whoever has git and the .NET SDK and nothing else.</summary>
public sealed class FreshCloneTests
{
    private const string Simulate = "dotnet run --project src/DxJobs.Exporter -- --simulate";

    /// <summary>From the moment that it listens; building is another matter.</summary>
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(15);

    /// <summary>Nothing of the build may stay behind as a server.</summary>
    private static readonly Dictionary<string, string> NoServers = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    [Fact]
    public async Task The_front_page_has_the_two_commands()
    {
        var blocks = MarkdownPage.All.Single(p => p.Path == "README.md").Blocks.Where(b => b.Language == "sh").Select(b => b.Text.Trim()).ToList();
        Assert.Equal([Simulate, "./test.sh"], blocks.Take(2));
        var (status, words) = await Command.RunAsync(Tool.Require("bash"), ["-c", "test -x " + Repository.Path("test.sh")], cancel: TestContext.Current.CancellationToken);
        Assert.True(status == 0, words);
    }

    [Fact]
    public async Task A_fresh_clone_builds_and_shows_every_series_and_the_page()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new Folder();
        var clone = folder.PathOf("clone");
        var (status, words) = await Command.RunAsync(
            Tool.Require("git"), ["-c", "safe.directory=*", "clone", "--quiet", "--no-hardlinks", Repository.Root, clone], cancel: cancel);
        Assert.True(status == 0, words);

        var port = RunningProgram.FreePort();
        using var process = Process.Start(StartOf(clone, string.Create(CultureInfo.InvariantCulture, $"{Simulate} --web.listen-address 127.0.0.1:{port}")))!;
        try
        {
            await ListensAsync(process, cancel);
            var start = TimeProvider.System.GetTimestamp();
            using var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
            await Eventually.TrueAsync(
                async () => new Scrape(await http.GetStringAsync("/metrics", cancel)).Of("aws_dataexchange_jobs").Count() == 54, "54 series of jobs", cancel);
            Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, Promise);
            Assert.Contains("simulator", await http.GetStringAsync("/", cancel), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static ProcessStartInfo StartOf(string clone, string command)
    {
        var words = command.Split(' ');
        var start = new ProcessStartInfo(Tool.Require(words[0]), words[1..])
        {
            WorkingDirectory = clone,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in NoServers)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Restoring and building may take their time; a build that fails ends the program.</summary>
    private static async Task ListensAsync(Process process, CancellationToken cancel)
    {
        var words = new Lines();
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(string? line)
        {
            words.Add(line);
            if (line?.Contains("listening on", StringComparison.Ordinal) == true)
            {
                listens.TrySetResult();
            }
        }

        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var first = await Task.WhenAny(listens.Task, process.WaitForExitAsync(cancel)).WaitAsync(TimeSpan.FromMinutes(8), TimeProvider.System, cancel);
        Assert.True(first == listens.Task, words.Text);
    }
}
