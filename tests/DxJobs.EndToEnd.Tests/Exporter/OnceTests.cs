using System.Globalization;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator.Faults;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary><c>once</c> in pipes and for people.</summary>
public sealed class OnceTests
{
    [Fact]
    public async Task Text_is_what_promtool_accepts_and_counts_every_job()
    {
        await using var server = await Accounts.StillAsync(800);
        using var config = new ConfigFile($"targets: [{{name: one, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        var run = await ExporterProcess.RunAsync("once", "--config.file", config.Path);
        Assert.Equal((0, ""), (run.Status, run.Error));
        var scrape = new Scrape(run.Output);
        Assert.Equal(server.Account.List().Jobs.Count, scrape.Sum("aws_dataexchange_jobs"));
        await ServeTests.PromtoolFindsNothingAsync(run.Output);
    }

    [Fact]
    public async Task A_table_for_people()
    {
        await using var server = await Accounts.StillAsync(300);
        using var config = new ConfigFile($"targets: [{{name: one, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        var run = await ExporterProcess.RunAsync("once", "--config.file", config.Path, "--output", "table");
        Assert.Equal((0, ""), (run.Status, run.Error));
        var lines = run.Output.Split('\n');
        Assert.StartsWith("TARGET", lines[0], StringComparison.Ordinal);
        var cells = lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["one", "123456789012", "us-east-1", "ok"], cells[..4]);
        Assert.Equal(server.Account.List().Jobs.Count.ToString(CultureInfo.InvariantCulture), cells[5]);
    }

    [Fact]
    public async Task A_target_that_fails_is_named_with_its_reason_and_the_others_are_still_shown()
    {
        await using var good = await Accounts.StillAsync(50);
        await using var bad = await Accounts.StillAsync(50, new SimulatorFaults { AccessDenied = 1 });
        using var config = new ConfigFile($$"""
            targets:
              - {name: good, region: us-east-1, endpoint_url: "{{good.Endpoint}}"}
              - {name: bad, region: eu-west-1, endpoint_url: "{{bad.Endpoint}}"}
            """);
        var run = await ExporterProcess.RunAsync("once", "--config.file", config.Path);
        Assert.Equal(1, run.Status);
        Assert.Contains("bad/eu-west-1: access_denied", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("good", run.Error, StringComparison.Ordinal);
        var scrape = new Scrape(run.Output);
        Assert.Equal((1, 0), (scrape.Single("dxjobs_target_up", ("target", "good")), scrape.Single("dxjobs_target_up", ("target", "bad"))));
        Assert.Empty(scrape.Of("aws_dataexchange_jobs", ("target", "bad")));
        Assert.Equal(good.Account.List().Jobs.Count, scrape.Sum("aws_dataexchange_jobs"));
        Assert.Equal(1, bad.Listings());
    }

    /// <summary>Whoever asked, or redirects the answer into a file, must not take silence for an account without jobs.</summary>
    [Theory]
    [InlineData("INT", "", "once")]
    [InlineData("TERM", "", "once")]
    [InlineData("TERM", "ok: 1 target\n", "check-config", "--online")]
    public async Task Interrupted_it_has_failed(string signal, string said, params string[] command)
    {
        await using var server = await Accounts.StillAsync(50, new SimulatorFaults { Hang = 1 });
        using var config = new ConfigFile($"targets: [{{name: hangs, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        await using var exporter = ExporterProcess.Start([.. command, "--config.file", config.Path]);
        await Eventually.TrueAsync(() => Task.FromResult(server.Listings() > 0), "it asks", TestContext.Current.CancellationToken);
        Assert.Equal(1, await exporter.SignalledAsync(signal));
        Assert.Equal((said, "dxjobs-exporter: interrupted\n"), (exporter.Output, exporter.Log));
    }

    [Fact]
    public async Task With_the_embedded_simulator()
    {
        var run = await ExporterProcess.RunAsync("once", "--simulate");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(54, new Scrape(run.Output).Of("aws_dataexchange_jobs").Count());
    }
}
