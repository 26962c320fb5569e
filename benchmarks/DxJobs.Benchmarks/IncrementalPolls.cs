using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Targets;
using DxJobs.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace DxJobs.Benchmarks;

/// <summary>What a poll costs when nothing has changed: calls and time, with 100,000 jobs that are over and with a usual account.</summary>
internal static class IncrementalPolls
{
    private const int Polls = 100;

    public static async Task RunAsync()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Jobs = 100_000, Alive = false }, TimeProvider.System, null, CancellationToken.None);
        await MeasureAsync(server, "a usual account");
        var (jobs, now) = server.Account.List();
        foreach (var open in jobs.Where(job => job.StateAt(now) is "WAITING" or "IN_PROGRESS"))
        {
            server.Account.Upsert(open with { StartedAt = open.CreatedAt, EndedAt = open.CreatedAt, EndState = "COMPLETED" });
        }

        await MeasureAsync(server, "all jobs over");
    }

    private static async Task MeasureAsync(SimulatorServer server, string what)
    {
        var target = new Target { Name = "bench", Region = "us-east-1", EndpointUrl = server.Endpoint };
        var options = new ExporterOptions { Poll = new PollOptions { MaxRequestsPerSecond = 1000, Timeout = TimeSpan.FromMinutes(5), Interval = TimeSpan.FromMinutes(5) } };
        await using var services = new ServiceCollection().AddLogging().AddExporter(options, EmbeddedSimulator.Credentials).BuildServiceProvider();
        services.GetRequiredService<PollMetrics>().Introduce(target);
        using var poller = services.GetRequiredService<PollerFactory>().Create(target);
        await poller.PollAsync(CancellationToken.None);
        var first = Report(services);
        var before = server.Requests.Values.Sum();
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Polls; i++)
        {
            await poller.PollAsync(CancellationToken.None);
        }

        var elapsed = TimeProvider.System.GetElapsedTime(start);
        Console.WriteLine(
            $"{what}: first poll {first.Pages} pages in {first.Duration.TotalMilliseconds:0} ms; then {Report(services).Pages} page and {(server.Requests.Values.Sum() - before) / (double)Polls:0.0} calls a poll, {elapsed.TotalMilliseconds / Polls:0.0} ms");
    }

    private static PollReport Report(ServiceProvider services) => services.GetRequiredService<StatusBoard>().Targets.Single().LastPoll!;
}
