using Amazon.Runtime;
using DxJobs.Exporter.Aws.Http;
using DxJobs.Exporter.Configuration;
using DxJobs.Simulator;
using DxJobs.Simulator.Feeds;

namespace DxJobs.Exporter.Hosting;

/// <summary>The simulator inside the exporter, for <c>--simulate</c>: its only target, with no AWS account and no other set-up.</summary>
internal sealed class EmbeddedSimulator(SimulatorServer server) : IAsyncDisposable
{
    /// <summary>The name of the target.</summary>
    public const string TargetName = "simulator";

    /// <summary>The simulator has no quota to spare, and nobody wants to wait for a demonstration.</summary>
    private const double RequestsPerSecond = 1000;

    /// <summary>Who calls it.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials(SimulatorCredentials.AccessKeyId, SimulatorCredentials.SecretAccessKey);

    /// <summary>Starts it on a free port of this host.</summary>
    public static async Task<EmbeddedSimulator> StartAsync(TimeProvider clock, CancellationToken cancellation) =>
        Direct(await SimulatorServer.StartAsync(new SimulatorOptions { Scenario = Scenario.Demo }, clock, null, cancellation));

    /// <summary>Calls to it never go through a proxy, whatever NO_PROXY says.</summary>
    private static EmbeddedSimulator Direct(SimulatorServer server)
    {
        EnvironmentProxy.Bypass(server.Endpoint);
        return new EmbeddedSimulator(server);
    }

    /// <summary>The configuration with the simulator in the place of its targets.</summary>
    public ExporterOptions TakeOver(ExporterOptions options) => options with
    {
        Targets = [new TargetOptions { Name = TargetName, Regions = [server.Account.Region], EndpointUrl = server.Endpoint }],
        Poll = options.Poll with { MaxRequestsPerSecond = RequestsPerSecond },
        Shard = new ShardOptions(),
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
