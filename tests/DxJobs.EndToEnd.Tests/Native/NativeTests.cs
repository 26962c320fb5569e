using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Native;

/// <summary>
/// What can differ between the program compiled to native code and the usual build. All else is tested by running the tests of the built program
/// with either in turn, which <c>TESTED_PROGRAM</c> names, as <c>test.sh</c> does.
/// </summary>
public sealed class NativeTests(NativeBinary native) : IClassFixture<NativeBinary>
{
    private const long Most = 28_000_000;

    [Fact]
    public void Is_one_file_of_at_most_28_MB_and_the_compiler_has_nothing_to_say()
    {
        Assert.InRange(new FileInfo(native.Path).Length, 1, Most);
        Assert.Equal("dxjobs-exporter", Path.GetFileName(Assert.Single(native.Published, file => !file.EndsWith(".dbg", StringComparison.Ordinal))));
        Assert.DoesNotContain("warning", native.BuildLog, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("once", "--output", "text")]
    [InlineData("once", "--output", "table")]
    [InlineData("check-config", "--online", "--log.level=info")]
    public async Task Says_the_same_as_the_usual_build(params string[] command)
    {
        await using var server = await Accounts.StillAsync(3_000);
        using var config = new ConfigFile(
            $"data_sets: {{enabled: true, limit: 5}}\ntargets: [{{name: same, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        var usual = await SaidAsync(ExporterProcess.UsualBuild, config, command);
        var compiled = await SaidAsync(native.Path, config, command);
        Assert.Equal(0, compiled.Status);
        Assert.Equal(Comparable(usual), Comparable(compiled));
    }

    [Fact]
    public async Task Shows_the_same_series_while_it_serves()
    {
        await using var server = await Accounts.StillAsync(500);
        using var config = new ConfigFile($"targets: [{{name: same, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        Assert.Equal(await SeriesAsync(ExporterProcess.UsualBuild, config), await SeriesAsync(native.Path, config));
    }

    /// <summary>The unit for systemd forbids it (MemoryDenyWriteExecute); since Linux 6.3 a process can forbid it to itself.</summary>
    [Fact]
    public async Task Runs_where_memory_that_was_written_may_not_be_run()
    {
        const int TooOld = 77;
        const string Forbidding = "import ctypes, os, sys\nif ctypes.CDLL(None).prctl(65, 1, 0, 0, 0): sys.exit(77)\nos.execv(sys.argv[1], sys.argv[1:])";
        var run = await Run.ToEndAsync("python3", "-c", Forbidding, native.Path, "once", "--simulate");
        Assert.SkipWhen(run.Status == TooOld, "this Linux cannot forbid it");
        Assert.True(run.Status == 0, run.Error);
        Assert.Contains("aws_dataexchange_jobs{", run.Output, StringComparison.Ordinal);
    }

    private static Task<Run> SaidAsync(string program, ConfigFile config, string[] command) =>
        ExporterProcess.RunProgramAsync(program, [], [.. command, "--config.file", config.Path]);

    /// <summary>Without what tells of the machine, the moment and the build.</summary>
    private static string Comparable(Run run) => string.Join('\n', $"{run.Status}\n{run.Error}\n{run.Output}".Split('\n').Where(line =>
        !line.Contains("dotnet_", StringComparison.Ordinal)
        && !line.Contains("_duration_seconds", StringComparison.Ordinal)
        && !line.StartsWith("dxjobs_open_job_unconfirmed_seconds", StringComparison.Ordinal)
        && !line.StartsWith("dxjobs_build_info", StringComparison.Ordinal)
        && !line.StartsWith("dxjobs_poll_last_success", StringComparison.Ordinal)));

    /// <summary>The names of all metrics and their labels, the runtime's included.</summary>
    private static async Task<IEnumerable<string>> SeriesAsync(string program, ConfigFile config)
    {
        await using var exporter = await ExporterProcess.ServeProgramAsync(program, [], "--config.file", config.Path);
        var scrape = await exporter.ScrapedAsync(s => s.Up("same"), "the first poll");
        Assert.Equal(0, (await exporter.TerminateAsync()).Status);
        return scrape.Series.Where(s => !s.Metric.EndsWith("_bucket", StringComparison.Ordinal))
            .Select(s => $"{s.Metric} {string.Join(',', s.Labels.Keys.Order(StringComparer.Ordinal))}").Distinct().Order(StringComparer.Ordinal);
    }
}
