using System.Text;
using DxJobs.EndToEnd.Tests.Exporter.Otlp;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Faults;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>What is secret in AWS's answers, and what is in answers that can't be read, comes out nowhere.</summary>
public sealed class CanaryTests
{
    private static readonly string[] Paths = ["/metrics", "/", "/api/v1/status", "/healthz", "/readyz"];

    [Theory]
    [InlineData("logfmt")]
    [InlineData("json")]
    public async Task Serving_gives_no_secret_away(string format)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var server = await Accounts.StillAsync(1_000);
        Assert.Contains(SimulatorCanary.Text, await AwsAnswersAsync(server), StringComparison.Ordinal);
        using var config = new ConfigFile(Config(server));
        await using var exporter = await ExporterProcess.ServeWithAsync(
            receiver.Environment, "--config.file", config.Path, "--log.level", "debug", "--log.format", format);
        var seen = new StringBuilder();
        await exporter.ScrapedAsync(s => s.Up("canary"), "a good poll");
        await SeeAsync();
        server.Faults = new SimulatorFaults { Malformed = 1 };
        await exporter.ScrapedAsync(s => s.Sum("dxjobs_api_requests_total", ("outcome", "malformed")) > 0 && !s.Up("canary"), "a malformed answer");
        await SeeAsync();
        Assert.Equal(0, (await exporter.TerminateAsync()).Status);
        Assert.NotEmpty(receiver.Requests);
        foreach (var request in receiver.Requests)
        {
            seen.Append(Encoding.Latin1.GetString(request));
        }

        seen.Append(exporter.Log).Append(exporter.Output);
        await exporter.SaysAsync("malformed");
        NoSecret(seen.ToString());

        async Task SeeAsync()
        {
            foreach (var path in Paths)
            {
                cancel.ThrowIfCancellationRequested();
                seen.Append((await exporter.GetAsync(path)).Body);
            }
        }
    }

    [Theory]
    [InlineData("text", "")]
    [InlineData("table", "")]
    [InlineData("text", "malformed=1")]
    [InlineData("table", "malformed=1")]
    public async Task Once_gives_no_secret_away(string output, string faults)
    {
        await using var server = await Accounts.StillAsync(500, SimulatorFaults.Parse(faults));
        using var config = new ConfigFile(Config(server, "30s")); // as long as a busy machine takes
        var run = await ExporterProcess.RunAsync("once", "--config.file", config.Path, "--output", output, "--log.level", "debug");
        Assert.Equal(faults.Length == 0 ? 0 : 1, run.Status);
        Assert.NotEmpty(run.Output);
        NoSecret(run.Output + run.Error);
    }

    private static string Config(SimulatorServer server, string interval = "3s") => $$"""
        poll: {interval: {{interval}}, timeout: {{interval}}, full_resync: {{interval}}, recheck_open_jobs: every_poll, max_requests_per_second: 1000}
        data_sets: {enabled: true}
        targets: [{name: canary, region: us-east-1, endpoint_url: "{{server.Endpoint}}"}]
        """;

    private static void NoSecret(string text)
    {
        Assert.DoesNotContain(SimulatorCanary.Text, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SimulatorCredentials.SecretAccessKey, text, StringComparison.Ordinal);
    }

    /// <summary>What AWS's own command line gets of the same account, so that the absence of the secret elsewhere means something.</summary>
    private static async Task<string> AwsAnswersAsync(SimulatorServer server)
    {
        var (_, output) = await Command.RunAsync(
            Tool.Require("aws"),
            ["dataexchange", "list-jobs", "--endpoint-url", server.Endpoint.ToString(), "--no-cli-pager"],
            ExporterProcess.SimulatedUser().ToDictionary(),
            TestContext.Current.CancellationToken);
        return output;
    }
}
