using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary><c>simulate</c> with AWS's own command line, and <c>healthcheck</c>.</summary>
public sealed class SimulateCommandTests
{
    [Fact]
    public async Task The_AWS_command_line_and_the_exporter_see_the_same_account()
    {
        await using var simulator = await ExporterProcess.SimulateAsync("--jobs", "300", "--seed", "5", "--speed", "0.001");
        var (status, output) = await Command.RunAsync(
            Tool.Require("aws"),
            ["dataexchange", "list-jobs", "--endpoint-url", simulator.Address.ToString(), "--output", "json"],
            ExporterProcess.SimulatedUser().Append(new("AWS_DEFAULT_REGION", "us-east-1")).ToDictionary(),
            TestContext.Current.CancellationToken);
        Assert.True(status == 0, output);
        using var listed = JsonDocument.Parse(output);
        var run = await ExporterProcess.RunWithAsync(new() { ["AWS_ENDPOINT_URL"] = simulator.Address.ToString() }, "once");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(listed.RootElement.GetProperty("Jobs").GetArrayLength(), new Scrape(run.Output).Sum("aws_dataexchange_jobs", ("target", "default")));
        Assert.Equal(0, (await simulator.TerminateAsync()).Status);
    }

    [Fact]
    public async Task Faults_that_do_not_exist_are_bad_usage()
    {
        var run = await ExporterProcess.RunAsync("simulate", "--faults", "gremlins=1");
        Assert.Equal(2, run.Status);
        Assert.Contains("gremlins", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Healthcheck_is_0_while_it_runs_and_1_when_it_is_gone()
    {
        await using var exporter = await ExporterProcess.ServeAsync("--simulate");
        var well = await ExporterProcess.RunAsync("healthcheck", "--web.listen-address", exporter.Address.Authority);
        Assert.Equal((0, ""), (well.Status, well.Error));
        await exporter.TerminateAsync();
        var gone = await ExporterProcess.RunAsync("healthcheck", "--web.listen-address", exporter.Address.Authority);
        Assert.Equal((1, ""), (gone.Status, gone.Output));
        Assert.Contains(exporter.Address.Authority, gone.Error, StringComparison.Ordinal);
    }
}
