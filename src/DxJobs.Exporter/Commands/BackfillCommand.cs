using DxJobs.Core.Backfill;
using DxJobs.Core.Failures;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Failures;
using DxJobs.Exporter.Hosting;
using DxJobs.Exporter.Logging;
using DxJobs.Exporter.Polling;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Commands;

/// <summary><c>backfill</c>: the past 90 days as OpenMetrics with timestamps.</summary>
internal static class BackfillCommand
{
    /// <summary>Runs the command; 1 if a target cannot be listed or the file cannot be written.</summary>
    public static async Task<int> RunAsync(BackfillSettings settings, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        await using var simulator = settings.Serve.Simulate ? await EmbeddedSimulator.StartAsync(clock, cancellation) : null;
        var options = simulator?.TakeOver(settings.Serve.Options) ?? settings.Serve.Options;
        IReadOnlyList<Target> targets;
        try
        {
            targets = [.. TargetList.Of(options, TargetList.RegionOfTheSdk).Where(target => Matches(target, settings.Target))];
        }
        catch (TargetException e)
        {
            return await FailAsync(e.Message, ExitCodes.Usage);
        }

        if (targets.Count == 0)
        {
            return await FailAsync($"--target: no target named '{settings.Target}'", ExitCodes.Usage);
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddExporterLogging(LogLevel.Error, settings.Serve.LogFormat));
        services.AddExporter(options, simulator is null ? null : EmbeddedSimulator.Credentials);
        await using var provider = services.BuildServiceProvider();
        var progress = new BackfillProgress(Console.Error, !Console.IsErrorRedirected, clock);
        var listed = new List<BackfillTarget>();
        var end = settings.End;
        foreach (var target in targets)
        {
            try
            {
                var (history, now) = await ListAsync(provider, target, options, settings, progress, cancellation);
                listed.Add(history);
                end ??= now;
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                var (error, hint) = FailureDescriptions.Describe(e);
                var outcome = FailureClassifier.Classify(e).Label();
                return await FailAsync($"{target}: {outcome}: {error}{(hint is null ? "" : $" ({hint})")}", ExitCodes.Failed);
            }
        }

        return await WriteAsync(settings, listed, end!.Value, progress, cancellation);
    }

    private static async Task<int> WriteAsync(
        BackfillSettings settings,
        List<BackfillTarget> targets,
        DateTimeOffset end,
        BackfillProgress progress,
        CancellationToken cancellation)
    {
        var timeline = new BackfillTimeline(end.AddDays(-settings.Days), end, settings.Step);
        var estimate = BackfillGenerator.Estimate(targets, timeline);
        await Console.Error.WriteLineAsync(BackfillSize.Estimate(estimate.Samples, estimate.Bytes));
        try
        {
            var (series, samples, bytes) = BackfillFile.Write(
                settings.OutputFile, targets, timeline, progress.Written, cancellation);
            await Console.Error.WriteLineAsync(BackfillSize.Summary(settings.OutputFile, series, samples, bytes));
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"--output-file: {e.Message}", ExitCodes.Failed);
        }
    }

    /// <summary>Lists all jobs of a target.</summary>
    /// <returns>The target's finished jobs, and the time at AWS.</returns>
    private static async Task<(BackfillTarget Target, DateTimeOffset Now)> ListAsync(
        ServiceProvider services,
        Target target,
        ExporterOptions options,
        BackfillSettings settings,
        BackfillProgress progress,
        CancellationToken cancellation)
    {
        using var context = services.GetRequiredService<PollerFactory>().CreateContext(target);
        var history = new BackfillHistory(progress.Listed);
        var api = context.Open(options.Poll);
        var sink = context.Sink(history, new RecentFailures());
        var calls = new PollRequestStats();
        var listing = new FullListing(sink, options.Poll.PageSize, services.GetRequiredService<TimeProvider>());
        await listing.ReadAsync(api, calls, cancellation);
        history.Complete();
        var accountId = await context.ResolveAccountAsync(cancellation);
        KeyValuePair<string, string>[] labels =
        [
            new("target", target.Name), new("account_id", accountId), new("region", target.Region), .. settings.Labels,
        ];
        var feeds = options.DataSets.Feeds;
        if (feeds.NeedsNames)
        {
            await ResolveNamesAsync(context, api, history, calls, cancellation);
        }

        // Looked up before the context is disposed of.
        var names = history.DataSetIds.ToDictionary(id => id, context.KnownNameOf);
        var dataSets = settings.DataSets
            ? new BackfillDataSets(feeds.Limit, (id, type) => feeds.Configured(id, names.GetValueOrDefault(id), type))
            : null;
        return (
            new BackfillTarget(
                history, labels, options.Windows, dataSets, id => feeds.Excludes(id, names.GetValueOrDefault(id))),
            context.ServerClock.Now);
    }

    private static async Task ResolveNamesAsync(
        TargetContext context, JobsClient api, BackfillHistory history, PollRequestStats calls, CancellationToken cancellation)
    {
        foreach (var ids in history.DataSetIds.Chunk(DataSetNames.LookUpsPerPoll))
        {
            await context.DataSetNamesAsync(api, ids, calls, cancellation);
        }
    }

    private static bool Matches(Target target, string? name) => name is null || target.Name == name || target.ToString() == name;

    private static async Task<int> FailAsync(string message, int status)
    {
        await Console.Error.WriteLineAsync($"dxjobs-exporter: {message}");
        return status;
    }
}
