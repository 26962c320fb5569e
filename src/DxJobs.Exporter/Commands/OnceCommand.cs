using DxJobs.Core.Failures;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Logging;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Commands;

/// <summary><c>once</c>: one poll of every target; the metrics, or a table for people, to standard output.</summary>
internal static class OnceCommand
{
    /// <summary>Runs it; 1 if a target failed.</summary>
    public static async Task<int> RunAsync(ServeSettings settings, OnceOutput output, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        await using var simulator = settings.Simulate ? await EmbeddedSimulator.StartAsync(clock, cancellation) : null;
        var options = simulator?.TakeOver(settings.Options) ?? settings.Options;
        IReadOnlyList<Target> targets;
        try
        {
            targets = TargetList.Of(options, TargetList.RegionOfTheSdk);
        }
        catch (TargetException e)
        {
            await Console.Error.WriteLineAsync($"dxjobs-exporter: {e.Message}");
            return ExitCodes.Usage;
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddExporterLogging(settings.LogLevel < LogLevel.Information ? settings.LogLevel : LogLevel.Error, settings.LogFormat));
        services.AddExporter(options, simulator is null ? null : EmbeddedSimulator.Credentials);
        await using var provider = services.BuildServiceProvider();
        var metrics = provider.GetRequiredService<PollMetrics>();
        var board = provider.GetRequiredService<StatusBoard>();
        foreach (var target in targets)
        {
            board.Post(new TargetStatus { Target = target });
            metrics.Introduce(target);
        }

        await using (PollProgress.Start(board, metrics, targets.Count, clock))
        {
            await PollAllAsync(provider, targets, options.Poll.MaxConcurrentTargets, cancellation);
        }

        await Console.Out.WriteAsync(output == OnceOutput.Table ? OnceTable.Render([.. board.Targets]) : await TextExposition.RenderAsync(provider));
        return await ReportFailuresAsync(board);
    }

    private static Task PollAllAsync(ServiceProvider services, IReadOnlyList<Target> targets, int atATime, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            targets,
            new ParallelOptions { MaxDegreeOfParallelism = atATime, CancellationToken = cancellation },
            async (target, stop) =>
            {
                using var poller = services.GetRequiredService<PollerFactory>().Create(target);
                do
                {
                    await poller.PollAsync(stop);
                }
                while (poller.ContinuesAtOnce);
            });

    private static async Task<int> ReportFailuresAsync(StatusBoard board)
    {
        var failed = board.Targets.Where(status => !status.Up).ToList();
        foreach (var status in failed)
        {
            await Console.Error.WriteLineAsync(Failure(status));
        }

        return failed.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static string Failure(TargetStatus status) => status.LastPoll is { } poll
        ? $"{status.Target}: {poll.Outcome.Label()}: {poll.Error}" + (poll.Hint is null ? "" : $" ({poll.Hint})")
        : $"{status.Target}: not polled";
}
