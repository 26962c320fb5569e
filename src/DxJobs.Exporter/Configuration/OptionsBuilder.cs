using DxJobs.Core.Jobs;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Configuration;

/// <summary>Makes options of checked values, and checks what several values say together.</summary>
internal static class OptionsBuilder
{
    /// <summary>Makes them; problems go to the reader.</summary>
    public static ExporterOptions Build(SettingReader read, string hostName) => new()
    {
        Poll = Poll(read),
        Windows = Windows(read),
        DataSets = DataSetOptionsBuilder.Build(read),
        Log = new LogOptions { FailedJobs = read.Flag("log.failed_jobs") ?? new LogOptions().FailedJobs },
        Targets = TargetOptionsBuilder.Build(read),
        Shard = ShardOptionsBuilder.Build(read, hostName),
    };

    private static PollOptions Poll(SettingReader read)
    {
        var defaults = new PollOptions();
        var interval = read.Duration("poll.interval") ?? defaults.Interval;
        var timeout = read.Duration("poll.timeout") ?? Shorter(defaults.Timeout, interval);
        if (timeout > interval)
        {
            read.Problem("poll.timeout", $"{PrometheusDuration.Format(timeout)} exceeds poll.interval, {PrometheusDuration.Format(interval)}");
        }

        var resync = read.Duration("poll.full_resync") ?? Longer(defaults.FullResync, interval);
        if (resync < interval)
        {
            read.Problem("poll.full_resync", $"{PrometheusDuration.Format(resync)} is less than poll.interval, {PrometheusDuration.Format(interval)}");
        }

        var stale = read.Duration("poll.stale_after") ?? Longer(defaults.StaleAfter, interval * 5);
        if (stale < interval)
        {
            read.Problem("poll.stale_after", $"{PrometheusDuration.Format(stale)} is less than poll.interval, {PrometheusDuration.Format(interval)}: series would come and go");
        }

        return new PollOptions
        {
            Interval = interval,
            Timeout = timeout,
            FullResync = resync,
            FullTimeout = read.Duration("poll.full_timeout") ?? defaults.FullTimeout,
            RecheckEveryPoll = read.Text("poll.recheck_open_jobs") == "every_poll",
            StaleAfter = stale,
            PageSize = read.Integer("poll.page_size") ?? defaults.PageSize,
            AbandonedAfter = read.Duration("poll.abandoned_after") ?? defaults.AbandonedAfter,
            MaxConcurrentTargets = read.Integer("poll.max_concurrent_targets") ?? defaults.MaxConcurrentTargets,
            MaxRequestsPerSecond = read.Number("poll.max_requests_per_second") ?? defaults.MaxRequestsPerSecond,
        };
    }

    private static IReadOnlyList<Window> Windows(SettingReader read)
    {
        const int Most = 10;
        var places = read.PlacesOf("windows");
        if (places.Count == 0)
        {
            return new ExporterOptions().Windows;
        }

        if (places.Count > Most)
        {
            read.Problem("windows", $"{places.Count} windows; at most {Most} are allowed");
        }

        var windows = new List<Window>();
        foreach (var path in places.Select(place => $"windows.{place}"))
        {
            if (read.Duration(path) is not { } length)
            {
                continue;
            }

            if (windows.Any(w => w.Length == length))
            {
                read.Problem(path, $"the window {read.Text(path)} is there twice");
            }

            windows.Add(new Window(read.Text(path)!, length));
        }

        return windows;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
