using Amazon.Runtime;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Polling;
using DxJobs.Exporter.Targets;
using DxJobs.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace DxJobs.Exporter.Tests.Polling;

/// <summary>A simulated account on a socket, and a poller of it with all that belongs to it.</summary>
internal sealed class PolledSimulator : IAsyncDisposable
{
    private readonly TargetCredentials _credentials;
    private readonly TimeProvider _clock;
    private readonly DataSetNames _names;

    private PolledSimulator(SimulatorServer server, ExporterOptions options, TimeProvider clock, AWSCredentials credentials)
    {
        _credentials = new TargetCredentials(credentials);
        (_clock, _names, Pacers) = (clock, new DataSetNames(clock), new RateLimiterRegistry(clock));
        Server = server;
        Options = options;
        Target = new Target { Name = "simulator", Region = "us-east-1", EndpointUrl = server.Endpoint };
        Metrics.Introduce(Target);
        Poller = NewPoller();
    }

    public SimulatorServer Server { get; }

    public ExporterOptions Options { get; set; }

    public Target Target { get; }

    public StatusBoard Board { get; } = new();

    public PollMetrics Metrics { get; } = new();

    public RateLimiterRegistry Pacers { get; }

    public TargetPoller Poller { get; }

    public TargetStatus Status => Assert.Single(Board.Targets);

    public long Requests(string operation) => Server.Requests.GetValueOrDefault(operation);

    public static async Task<PolledSimulator> StartAsync(int jobs = 1_000, TimeSpan? timeout = null, double speed = 1, bool alive = false, TimeProvider? clock = null, AWSCredentials? credentials = null)
    {
        var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = jobs, Alive = alive, Speed = speed }, TimeProvider.System, null, TestContext.Current.CancellationToken);
        return new PolledSimulator(server, new ExporterOptions
        {
            Poll = new PollOptions { Timeout = timeout ?? TimeSpan.FromSeconds(20), MaxRequestsPerSecond = 1000, PageSize = 100, RecheckEveryPoll = true },
        }, clock ?? TimeProvider.System, credentials ?? EmbeddedSimulator.Credentials);
    }

    public TargetPoller NewPoller() => NewPoller(() => Options);

    public TargetPoller NewPoller(Func<ExporterOptions> options)
    {
        var session = new TargetContext(Target, new TargetClients(_credentials), new AccountIdentity(_credentials), Pacers, _names, Metrics, _clock);
        return new TargetPoller(session, Board, Metrics, options, _clock, NullLogger.Instance);
    }

    /// <summary>Runs the resync that is due to its end, and the poll with which it takes effect; false if none is due.</summary>
    public async Task<bool> ResyncAsync()
    {
        var read = false;
        while (Poller.NextResyncPageAsync(TestContext.Current.CancellationToken) is { } page)
        {
            await page;
            await Poller.AcceptResyncPageAsync(TestContext.Current.CancellationToken);
            read = true;
        }

        await PollAsync();
        return read;
    }

    public Task PollAsync() => Poller.PollAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Poller.Dispose();
        _names.Dispose();
        await Server.DisposeAsync();
    }
}
