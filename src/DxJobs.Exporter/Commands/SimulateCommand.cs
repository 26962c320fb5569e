using System.Net.Sockets;
using DxJobs.Simulator;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Feeds;

namespace DxJobs.Exporter.Commands;

/// <summary><c>simulate</c>: the simulated API on its own, for the AWS CLI, SDKs and other exporters.</summary>
internal static class SimulateCommand
{
    /// <summary>Runs it until it is told to stop.</summary>
    public static async Task<int> RunAsync(SimulateSettings settings, CancellationToken cancellation)
    {
        Scenario scenario;
        try
        {
            scenario = await ReadScenarioAsync(settings.Scenario, cancellation);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"dxjobs-exporter: --scenario: {e.Message}");
            return ExitCodes.Usage;
        }

        SimulatorOptions options;
        try
        {
            options = new SimulatorOptions
            {
                Listen = settings.Listen.ToString(),
                Jobs = settings.Jobs,
                Seed = settings.Seed,
                Speed = settings.Speed,
                Faults = SimulatorFaults.Parse(settings.Faults),
                Scenario = scenario,
            };
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"dxjobs-exporter: --faults: {e.Message}");
            return ExitCodes.Usage;
        }

        try
        {
            await using var server = await SimulatorServer.StartAsync(options, TimeProvider.System, null, cancellation);
            await Console.Out.WriteLineAsync(Welcome(server));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            return ExitCodes.Done;
        }
        catch (FormatException)
        {
            await Console.Error.WriteLineAsync($"dxjobs-exporter: --listen: '{options.Listen}' must be an IP address or localhost, and a port, such as 127.0.0.1:10391");
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await Console.Error.WriteLineAsync($"dxjobs-exporter: can't listen on {options.Listen}: {e.GetBaseException().Message}");
            return ExitCodes.Failed;
        }
    }

    private static async Task<Scenario> ReadScenarioAsync(string name, CancellationToken cancellation) => name switch
    {
        "demo" => Scenario.Demo,
        "none" => new Scenario(),
        _ => Scenario.Parse(await File.ReadAllTextAsync(name, cancellation)),
    };

    private static string Welcome(SimulatorServer server) =>
        $"""
        A simulated AWS Data Exchange listens on {server.Endpoint.AbsoluteUri}
        Any AWS SDK or the AWS CLI can use it:

          export AWS_ACCESS_KEY_ID={SimulatorCredentials.AccessKeyId}
          export AWS_SECRET_ACCESS_KEY={SimulatorCredentials.SecretAccessKey}
          export AWS_REGION={server.Account.Region} AWS_DEFAULT_REGION={server.Account.Region}
          aws dataexchange list-jobs --max-items 3 --endpoint-url {server.Endpoint.AbsoluteUri}
        """;
}
