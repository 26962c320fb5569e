using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Targets;
using DxJobs.Simulator;
using DxJobs.Simulator.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DxJobs.Benchmarks;

/// <summary>A hundred thousand polls of an account in which a job begins and another ends at each: memory has to stay flat.</summary>
internal static class Soak
{
    private const int Polls = 100_000;

    public static async Task RunAsync()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Jobs = 500, Alive = false }, TimeProvider.System, null, CancellationToken.None);
        var target = new Target { Name = "soak", Region = "us-east-1", EndpointUrl = server.Endpoint };
        var options = new ExporterOptions
        {
            Poll = new PollOptions { MaxRequestsPerSecond = 1000, PageSize = 20, Timeout = TimeSpan.FromMinutes(1), FullResync = TimeSpan.FromSeconds(20) },
            DataSets = new DataSetOptions { Feeds = new Core.Feeds.FeedSettings { Limit = 10 } },
        };
        await using var services = new ServiceCollection().AddLogging().AddExporter(options, EmbeddedSimulator.Credentials).BuildServiceProvider();
        services.GetRequiredService<PollMetrics>().Introduce(target);
        using var poller = services.GetRequiredService<PollerFactory>().Create(target);
        for (var poll = 0; poll <= Polls; poll++)
        {
            var now = server.Account.Now;
            server.Account.Remove($"{poll - 100:x32}");
            server.Account.Upsert(new SimulatedJob { Id = $"{poll:x32}", Type = "EXPORT_ASSETS_TO_S3", CreatedAt = now.AddMilliseconds(poll - Polls), DataSetId = server.Account.DataSets[poll % 5].Id });
            server.Account.Upsert(new SimulatedJob
            {
                Id = $"{poll - 1:x32}",
                Type = "EXPORT_ASSETS_TO_S3",
                CreatedAt = now.AddMilliseconds(poll - 1 - Polls),
                StartedAt = now.AddMilliseconds(poll - 1 - Polls),
                EndedAt = now,
                DataSetId = server.Account.DataSets[poll % 5].Id,
            });
            await poller.PollAsync(CancellationToken.None);
            if (poll % 1_000 == 0)
            {
                await TextExposition.RenderAsync(services);
            }

            if (poll % (Polls / 10) == 0)
            {
                Console.WriteLine($"after {poll} polls: {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0.0} MB of objects, {Environment.WorkingSet / 1e6:0} MB resident (the simulator's included)");
            }
        }
    }
}
