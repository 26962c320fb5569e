using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>A configuration that changes while the program runs.</summary>
public sealed class ReloadTests
{
    private const string Reloaded = "dxjobs_config_last_reload_successful";

    [Fact]
    public async Task Targets_come_and_go_and_those_that_stay_keep_what_they_know()
    {
        await using var first = await Accounts.StillAsync(5_000);
        await using var second = await Accounts.StillAsync(50);
        using var config = new ConfigFile(Config(("kept", first), ("goes", second)));
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Up("kept") && s.Up("goes"), "both are up");

        // A job is seen to end, so that a counter has something to keep.
        first.Account.Upsert(first.Account.Waiting(new string('a', 32)) with { StartedAt = first.Account.Now, EndedAt = first.Account.Now, EndState = SimulatedJobState.Completed });
        var before = await exporter.ScrapedAsync(s => s.Sum("aws_dataexchange_finished_jobs_total", ("target", "kept")) == 1, "a job is seen to end");

        var listings = first.Listings();
        config.Write(Config(("kept", first), ("comes", second)));
        await exporter.SignalAsync("HUP");
        var after = await exporter.ScrapedAsync(s => s.Up("comes") && !s.Of("dxjobs_target_up", ("target", "goes")).Any(), "the targets change");
        Assert.Equal(1, after.Single(Reloaded));
        Assert.Empty(after.Of("aws_dataexchange_jobs", ("target", "goes")));
        Assert.Equal(1, after.Sum("aws_dataexchange_finished_jobs_total", ("target", "kept")));
        var polls = before.Sum("dxjobs_poll_duration_seconds_count", ("target", "kept"), ("mode", "incremental"));
        after = await exporter.ScrapedAsync(
            s => s.Sum("dxjobs_poll_duration_seconds_count", ("target", "kept"), ("mode", "incremental")) > polls + 1, "polls go on");
        Assert.Equal(1, after.Sum("dxjobs_poll_duration_seconds_count", ("target", "kept"), ("mode", "full"), ("outcome", "ok")));
        // Had it been listed anew, that alone would have been so many pages.
        Assert.InRange(first.Listings() - listings, 2, (first.Account.List().Jobs.Count / 200) - 1);
    }

    [Fact]
    public async Task A_bad_file_is_refused_and_the_old_one_stays_in_force()
    {
        await using var server = await Accounts.StillAsync(50);
        var good = Config(("stays", server));
        using var config = new ConfigFile(good);
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Up("stays") && s.Single(Reloaded) == 1, "it is up");
        config.Write("poll: {interval: never}\ntargets: [{name: other, region: us-east-1}]");
        await exporter.SignalAsync("HUP");
        var refused = await exporter.ScrapedAsync(s => s.Single(Reloaded) == 0, "the file is refused");
        Assert.True(refused.Up("stays"));
        Assert.Empty(refused.Of("dxjobs_target_up", ("target", "other")));
        await exporter.SaysAsync("poll.interval");
        var polls = server.Listings();
        await Eventually.TrueAsync(() => Task.FromResult(server.Listings() > polls), "polls go on", TestContext.Current.CancellationToken);

        config.Write(good);
        await exporter.SignalAsync("HUP");
        await exporter.ScrapedAsync(s => s.Single(Reloaded) == 1 && s.Up("stays"), "the good file is taken again");
    }

    [Fact]
    public async Task A_file_that_changes_is_noticed_without_a_signal()
    {
        await using var server = await Accounts.StillAsync(50);
        using var config = new ConfigFile(Config(("old", server)));
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Up("old"), "it is up");
        config.Write(Config(("new", server)));
        await exporter.ScrapedAsync(s => s.Up("new") && !s.Of("dxjobs_target_up", ("target", "old")).Any(), "the change is noticed");
    }

    [Fact]
    public async Task Links_that_are_swapped_as_Kubernetes_does_are_noticed()
    {
        await using var server = await Accounts.StillAsync(50);
        using var config = new ConfigFile("");
        await PublishAsync("..2026_01", Config(("old", server)));
        File.CreateSymbolicLink(config.PathOf("mounted.yaml"), Path.Combine("..data", "dxjobs.yaml"));
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.PathOf("mounted.yaml"));
        await exporter.ScrapedAsync(s => s.Up("old"), "it is up");
        await PublishAsync("..2026_02", Config(("new", server)));
        await exporter.ScrapedAsync(s => s.Up("new") && !s.Of("dxjobs_target_up", ("target", "old")).Any(), "the swap is noticed");

        async Task PublishAsync(string version, string text)
        {
            Directory.CreateDirectory(config.PathOf(version));
            File.WriteAllText(Path.Combine(config.PathOf(version), "dxjobs.yaml"), text);
            File.CreateSymbolicLink(config.PathOf("..data_tmp"), version);
            var (exitCode, output) = await Command.RunAsync(
                "mv", ["-T", config.PathOf("..data_tmp"), config.PathOf("..data")], cancel: TestContext.Current.CancellationToken);
            Assert.True(exitCode == 0, output);
        }
    }

    /// <summary>SIGHUP ends a process that does not listen for it.</summary>
    [Fact]
    public async Task Without_a_file_a_SIGHUP_does_no_harm()
    {
        await using var exporter = await ExporterProcess.ServeAsync("--simulate");
        await exporter.SignalAsync("HUP");
        await exporter.SaysAsync("read again and is in force");
        Assert.Equal(1, (await exporter.ScrapeAsync()).Single(Reloaded));
    }

    private static string Config(params (string Name, SimulatorServer Server)[] targets) =>
        "poll: {interval: 1s, timeout: 1s, full_resync: 1h, stale_after: 1m, max_requests_per_second: 1000}\ntargets:\n"
        + string.Concat(targets.Select(t => $"  - {{name: {t.Name}, region: us-east-1, endpoint_url: \"{t.Server.Endpoint}\"}}\n"));
}
