using System.Collections.Concurrent;
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

/// <summary><c>jobs</c>: one listing of each target; the failed and open jobs with their causes, newest first.</summary>
internal static class JobsCommand
{
    /// <summary>Runs the command; 1 if a target cannot be listed.</summary>
    public static async Task<int> RunAsync(JobsSettings settings, CancellationToken cancellation)
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
            return await FailAsync($"dxjobs-exporter: {e.Message}", ExitCodes.Usage);
        }

        if (targets.Count == 0 && settings.Target is { } name)
        {
            return await FailAsync($"dxjobs-exporter: --target: no target named '{name}'", ExitCodes.Usage);
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddExporterLogging(LogLevel.Error, settings.Serve.LogFormat));
        services.AddExporter(options, simulator is null ? null : EmbeddedSimulator.Credentials);
        await using var provider = services.BuildServiceProvider();
        var jobs = new ConcurrentBag<ShownJob>();
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            targets,
            new ParallelOptions { MaxDegreeOfParallelism = options.Poll.MaxConcurrentTargets, CancellationToken = cancellation },
            async (target, stop) =>
            {
                try
                {
                    await ListAsync(provider, target, options, settings, jobs, stop);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    var (error, hint) = FailureDescriptions.Describe(e);
                    failures.Add($"{target}: {FailureClassifier.Classify(e).Label()}: {error}{(hint is null ? "" : $" ({hint})")}");
                }
            });

        List<ShownJob> shown =
        [
            .. jobs.OrderByDescending(job => job.Job.UpdatedAt).ThenBy(job => job.Job.Id, StringComparer.Ordinal)
                .Take(settings.Limit ?? int.MaxValue),
        ];
        await Console.Out.WriteAsync(settings.Json ? JobsDocuments.Render(shown) : JobsTable.Render(shown));
        return failures.IsEmpty
            ? ExitCodes.Done
            : await FailAsync(string.Join(Environment.NewLine, failures.Order(StringComparer.Ordinal)), ExitCodes.Failed);
    }

    private static async Task ListAsync(
        ServiceProvider services,
        Target target,
        ExporterOptions options,
        JobsSettings settings,
        ConcurrentBag<ShownJob> jobs,
        CancellationToken cancellation)
    {
        using var context = services.GetRequiredService<PollerFactory>().CreateContext(target);
        var api = context.Open(options.Poll);
        var calls = new PollRequestStats();
        var sink = new JobsSink(settings);
        var listing = new FullListing(context.Sink(sink, new RecentFailures()), options.Poll.PageSize, services.GetRequiredService<TimeProvider>());
        await listing.ReadAsync(api, calls, cancellation);
        var accountId = await context.ResolveAccountAsync(cancellation);
        var matching = sink.Matching(context.ServerClock.Now).ToList();
        if (options.DataSets.Enabled)
        {
            foreach (var ids in matching.Select(job => job.DataSetId).OfType<string>().Distinct().Chunk(DataSetNames.LookUpsPerPoll))
            {
                await context.DataSetNamesAsync(api, ids, calls, cancellation);
            }
        }

        foreach (var job in matching)
        {
            var name = job.DataSetId is { } id ? context.KnownNameOf(id) : null;
            jobs.Add(new ShownJob(target, accountId, name == job.DataSetId ? null : name, job));
        }
    }

    private static bool Matches(Target target, string? name) => name is null || target.Name == name || target.ToString() == name;

    private static async Task<int> FailAsync(string message, int status)
    {
        await Console.Error.WriteLineAsync(message);
        return status;
    }
}
