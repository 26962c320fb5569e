using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator.Faults;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>The program as people start it first: everything is there, and it goes when it is told to.</summary>
public sealed class ServeTests
{
    private const int StatesTimesTypes = 6 * 9;

    [Fact]
    public async Task With_the_embedded_simulator_everything_is_there_within_15_seconds()
    {
        var start = TimeProvider.System.GetTimestamp();
        await using var exporter = await ExporterProcess.ServeAsync("--simulate");
        var scrape = await exporter.ScrapedAsync(s => s.Up("simulator"), "the simulator is up");
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 15);
        Assert.Equal(StatesTimesTypes, scrape.Of("aws_dataexchange_jobs").Count());
        Assert.Equal(1, scrape.Single("dxjobs_build_info"));
        Assert.Equal(1, scrape.Single("dxjobs_config_last_reload_successful"));
        Assert.Contains(scrape.Series, s => s.Metric.StartsWith("dotnet_", StringComparison.Ordinal));
        await PromtoolFindsNothingAsync(scrape.Text);

        var (status, type, page) = await exporter.GetAsync("/");
        Assert.Equal((200, "text/html"), (status, type!.Split(';')[0]));
        Assert.Matches("<title>[^<]*dxjobs-exporter</title>", page);
        Assert.Equal(200, (await exporter.GetAsync("/healthz")).Status);
        Assert.Equal(200, (await exporter.GetAsync("/readyz")).Status);
        (status, type, var json) = await exporter.GetAsync("/api/v1/status");
        Assert.Equal((200, "application/json"), (status, type!.Split(';')[0]));
        using var document = JsonDocument.Parse(json);
        Assert.Contains("simulator", document.RootElement.ToString(), StringComparison.Ordinal);

        (status, type, var open) = await exporter.GetAsync("/metrics", "application/openmetrics-text; version=1.0.0");
        Assert.Equal((200, "application/openmetrics-text"), (status, type!.Split(';')[0]));
        Assert.EndsWith("# EOF\n", open, StringComparison.Ordinal);
        Assert.DoesNotContain("otel_scope", open, StringComparison.Ordinal);

        await EndsWellAsync(exporter);
    }

    [Fact]
    public async Task One_heap_collected_by_the_thread_that_asks()
    {
        await using var exporter = await ExporterProcess.ServeAsync("--simulate");
        var (_, threads) = await Command.RunAsync("bash", ["-c", $"cat /proc/{exporter.Id}/task/*/comm"], cancel: TestContext.Current.CancellationToken);
        Assert.Contains(".NET", threads, StringComparison.Ordinal);
        Assert.DoesNotContain("GC", threads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SIGTERM_ends_it_while_an_answer_never_comes()
    {
        await using var server = await Accounts.StillAsync(100, new SimulatorFaults { Hang = 1 });
        using var config = new ConfigFile($"targets: [{{name: hangs, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        await Eventually.TrueAsync(() => Task.FromResult(server.Listings() > 0), "the poll hangs", TestContext.Current.CancellationToken);
        Assert.Equal(503, (await exporter.GetAsync("/readyz")).Status);
        Assert.Equal(0, (await exporter.ScrapeAsync()).Single("dxjobs_target_up", ("target", "hangs")));
        await EndsWellAsync(exporter);
    }

    /// <summary>The SDK's search for credentials hears of no cancellation.</summary>
    [Fact]
    public async Task SIGTERM_ends_it_while_credentials_never_come()
    {
        using var container = new TcpListener(IPAddress.Loopback, 0);
        container.Start();
        await using var server = await Accounts.StillAsync(1);
        using var config = new ConfigFile($"targets: [{{name: waits, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        await using var exporter = await ExporterProcess.ServeWithAsync(
            new()
            {
                ["AWS_ACCESS_KEY_ID"] = "",
                ["AWS_SECRET_ACCESS_KEY"] = "",
                ["AWS_CONFIG_FILE"] = config.PathOf("none"),
                ["AWS_SHARED_CREDENTIALS_FILE"] = config.PathOf("none"),
                ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"http://{container.LocalEndpoint}/credentials",
            },
            "--config.file",
            config.Path);
        using var asking = await container.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await EndsWellAsync(exporter);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_and_ends_it_with_1()
    {
        await using var server = await Accounts.StillAsync(1);
        var run = await ExporterProcess.RunAsync("serve", "--simulate", "--web.listen-address", server.Endpoint.Authority);
        Assert.Equal(1, run.Status);
        Assert.Contains(server.Endpoint.Authority, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    internal static async Task PromtoolFindsNothingAsync(string text)
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, cancel);
            var (status, words) = await Command.RunAsync("bash", ["-c", $"'{Peers.Promtool()}' check metrics < '{file}'"], cancel: cancel);
            Assert.Equal((0, ""), (status, words));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task EndsWellAsync(ExporterProcess exporter)
    {
        var (status, took) = await exporter.TerminateAsync();
        Assert.True(status == 0, $"status {status}: {exporter.Log}");
        Assert.InRange(took.TotalSeconds, 0, 5);
        Assert.DoesNotContain("level=error", exporter.Log, StringComparison.Ordinal);
    }
}
