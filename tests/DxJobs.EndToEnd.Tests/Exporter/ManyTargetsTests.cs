using System.Globalization;
using DxJobs.Simulator;
using DxJobs.Simulator.Faults;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>Two hundred targets in one process, and over several.</summary>
public sealed class ManyTargetsTests
{
    private const int Count = 200;
    private const string Hanging = "t100";

    private static readonly string[] Names = [.. Enumerable.Range(0, Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"t{i}"))];

    [Fact]
    public async Task One_that_hangs_keeps_none_of_the_others_waiting()
    {
        await using var server = await Accounts.StillAsync(40);
        await using var hanging = await Accounts.StillAsync(40, new SimulatorFaults { Hang = 1 });
        using var config = new ConfigFile(Config(server, hanging));
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path, "--log.level", "info");
        var first = await exporter.ScrapedAsync(s => Names.All(n => n == Hanging || s.Up(n)), "all others are up");
        Assert.Equal(Count, first.Of("dxjobs_target_up").Count());
        var after = await exporter.ScrapedAsync(
            s => Names.All(n => n == Hanging || (s.Up(n) && LastSuccess(s, n) > LastSuccess(first, n))), "all others are polled again");
        Assert.Equal(Count - 1, after.Sum("dxjobs_target_up"));
        Assert.Equal(0, after.Single("dxjobs_target_up", ("target", Hanging)));
        await exporter.ScrapedAsync(s => s.Sum("dxjobs_poll_duration_seconds_count", ("target", Hanging), ("outcome", "timeout")) > 0, "it times out");
        var (status, took) = await exporter.TerminateAsync();
        Assert.Equal(0, status);
        Assert.InRange(took.TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task Three_shards_show_each_target_exactly_once()
    {
        await using var server = await Accounts.StillAsync(10);
        using var config = new ConfigFile(Config(server, server, seconds: 30));
        var shown = new List<string>();
        for (var index = 0; index < 3; index++)
        {
            var run = await ExporterProcess.RunWithAsync(
                new() { ["DXJOBS_SHARD__COUNT"] = "3", ["DXJOBS_SHARD__INDEX"] = index.ToString(CultureInfo.InvariantCulture) }, "once", "--config.file", config.Path);
            Assert.Equal((0, ""), (run.Status, run.Error));
            var mine = new Scrape(run.Output).Of("dxjobs_target_up").Select(s => s.Labels["target"]).ToList();
            Assert.InRange(mine.Count, Count / 6, Count / 2);
            shown.AddRange(mine);
        }

        Assert.Equal(Names.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    private static double LastSuccess(Scrape scrape, string target) => scrape.Single("dxjobs_poll_last_success_timestamp_seconds", ("target", target));

    private static string Config(SimulatorServer server, SimulatorServer hanging, int seconds = 2) =>
        $"poll: {{interval: {seconds}s, timeout: {seconds}s, max_requests_per_second: 1000}}\ntargets:\n"
        + string.Concat(Names.Select(n => $"  - {{name: {n}, region: us-east-1, endpoint_url: \"{(n == Hanging ? hanging : server).Endpoint}\"}}\n"));
}
