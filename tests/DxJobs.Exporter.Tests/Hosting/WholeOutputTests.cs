using DxJobs.Core.Feeds;
using DxJobs.Core.Snapshots;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Targets;
using DxJobs.Simulator;
using DxJobs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DxJobs.Exporter.Tests.Hosting;

/// <summary>
/// A golden copy of all that a scrape shows after one poll of a simulated account of a fixed seed and date. Left out, because they tell
/// of the machine and not of the account: the runtime's metrics (<c>dotnet_*</c>) and how long calls and polls took (the buckets and sums of
/// <c>dxjobs_*_duration_seconds</c>, <c>dxjobs_open_job_unconfirmed_seconds</c>). The version and the revision of the build are replaced by their names.
/// </summary>
public sealed class WholeOutputTests
{
    private const string Copy = "tests/DxJobs.Exporter.Tests/Hosting/whole-output.golden.txt";

    private static readonly DateTimeOffset Date = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task One_poll_of_a_known_account_shows_this() => Golden.Compare(Copy, Comparable(await PolledOnceAsync()));

    private static async Task<string> PolledOnceAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var simulatorClock = new FixedDate(Date);
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 1_000, Seed = 11, Alive = false }, simulatorClock, null, cancel);

        // The account's time stands still by itself. Signatures bear the real time, and are checked against it.
        simulatorClock.Release();
        var options = new ExporterOptions
        {
            Poll = new PollOptions { MaxRequestsPerSecond = 1000 },
            DataSets = new DataSetOptions { Feeds = new FeedSettings { Limit = 3 } },
            Targets = [new TargetOptions { Name = "golden", Regions = [server.Account.Region], EndpointUrl = server.Endpoint }],
        };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FixedDate(Date))
            .AddExporter(options, EmbeddedSimulator.Credentials)
            .BuildServiceProvider();
        var target = Assert.Single(TargetList.Of(options, _ => new RegionLookup(null)));
        services.GetRequiredService<StatusBoard>().Post(new TargetStatus { Target = target });
        services.GetRequiredService<PollMetrics>().Introduce(target);
        using var poller = services.GetRequiredService<PollerFactory>().Create(target);
        await poller.PollAsync(cancel);
        var status = Assert.Single(services.GetRequiredService<StatusBoard>().Targets);
        Assert.True(status.Up, status.LastPoll?.Error);
        return await TextExposition.RenderAsync(services);
    }

    private static string Comparable(string text) => string.Join('\n', text
        .Replace($"version=\"{BuildInfo.Version}\"", "version=\"VERSION\"", StringComparison.Ordinal)
        .Replace($"revision=\"{BuildInfo.Revision}\"", "revision=\"REVISION\"", StringComparison.Ordinal)
        .Split('\n')
        .Where(line => !IsOfTheMachine(line)));

    private static bool IsOfTheMachine(string line) =>
        line.Contains("dotnet_", StringComparison.Ordinal)
        || (line.StartsWith("dxjobs_", StringComparison.Ordinal)
            && (line.Contains("_unconfirmed_seconds{", StringComparison.Ordinal)
                || line.Contains("_duration_seconds_bucket{", StringComparison.Ordinal)
                || line.Contains("_duration_seconds_sum{", StringComparison.Ordinal)));
}
