using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>Defaults, then the file, then the environment, then flags.</summary>
public sealed class EnvironmentTests
{
    [Fact]
    public async Task The_environment_goes_over_the_file()
    {
        await using var server = await Accounts.StillAsync(100);
        var jobs = server.Account.List().Jobs.Count;
        using var config = new ConfigFile($$"""
            poll: {page_size: 200}
            windows: [2h]
            targets: [{name: from-file, region: us-east-1, endpoint_url: "http://127.0.0.1:9"}]
            """);
        var run = await ExporterProcess.RunWithAsync(
            new()
            {
                ["DXJOBS_CONFIG__FILE"] = config.Path,
                ["DXJOBS_POLL__PAGE_SIZE"] = "10",
                ["DXJOBS_POLL__MAX_REQUESTS_PER_SECOND"] = "1000",
                ["DXJOBS_TARGETS__0__ENDPOINT_URL"] = server.Endpoint.ToString(),
            },
            "once");
        Assert.Equal((0, ""), (run.Status, run.Error));
        var scrape = new Scrape(run.Output);
        Assert.Equal((jobs + 9) / 10, server.Listings());
        Assert.Equal(jobs, scrape.Sum("aws_dataexchange_jobs", ("target", "from-file")));
        Assert.Equal(["2h"], scrape.Of("aws_dataexchange_recently_finished_jobs").Select(s => s.Labels["window"]).Distinct());
    }

    [Fact]
    public async Task Flags_go_over_the_environment()
    {
        await using var exporter = await ExporterProcess.ServeWithAsync(
            new() { ["DXJOBS_WEB__TELEMETRY_PATH"] = "/from-environment", ["DXJOBS_LOG__FORMAT"] = "json" },
            "--simulate", "--web.telemetry-path", "/from-flag");
        Assert.Equal((200, 404), ((await exporter.GetAsync("/from-flag")).Status, (await exporter.GetAsync("/from-environment")).Status));
        await exporter.SaysAsync("{\"");
    }

    [Fact]
    public async Task A_variable_that_means_nothing_is_an_error_that_names_it()
    {
        var run = await ExporterProcess.RunWithAsync(new() { ["DXJOBS_POLL__INTERVALL"] = "30s" }, "check-config");
        Assert.Equal(2, run.Status);
        Assert.Contains("DXJOBS_POLL__INTERVALL", run.Error, StringComparison.Ordinal);
        Assert.Contains("DXJOBS_POLL__INTERVAL", run.Error.Replace("DXJOBS_POLL__INTERVALL", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_that_is_out_of_reach_at_the_start_is_said_and_recovered_from()
    {
        var port = RunningProgram.FreePort();
        using var config = new ConfigFile($$"""
            poll: {interval: 1s, timeout: 1s}
            targets: [{name: late, region: us-east-1, endpoint_url: "http://127.0.0.1:{{port}}"}]
            """);
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        var scrape = await exporter.ScrapedAsync(s => s.Sum("dxjobs_poll_duration_seconds_count", ("outcome", "network")) > 0, "a poll that fails");
        Assert.Equal(0, scrape.Single("dxjobs_target_up", ("target", "late")));
        Assert.Empty(scrape.Of("aws_dataexchange_jobs"));
        Assert.Equal(200, (await exporter.GetAsync("/healthz")).Status);
        await exporter.ReadyAsync();
        await exporter.SaysAsync("network");

        await using var server = await Accounts.StillAsync(100, listen: $"127.0.0.1:{port}");
        scrape = await exporter.ScrapedAsync(s => s.Up("late"), "it recovers");
        Assert.Equal(server.Account.List().Jobs.Count, scrape.Sum("aws_dataexchange_jobs"));
    }
}
