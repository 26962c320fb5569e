using DxJobs.Exporter.Paging;
using DxJobs.Exporter.Snapshots;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Polling;

/// <summary>What pollers say. A failure is said loudly when it begins or changes its kind, and quietly while it lasts.</summary>
internal static partial class PollLog
{
    /// <summary>A poll has ended.</summary>
    public static void Ended(ILogger logger, Target target, PollReport poll, PollReport? before)
    {
        var seconds = poll.Duration.TotalSeconds;
        if (!poll.Succeeded)
        {
            var level = poll.Outcome == before?.Outcome ? LogLevel.Debug : LogLevel.Warning;
            Failed(logger, level, target, poll.Outcome.Label(), poll.Mode, poll.Pages, poll.Requests, seconds, poll.Error, poll.Hint);
        }
        else if (before is { Succeeded: false })
        {
            Recovered(logger, target, poll.Mode, poll.Pages, poll.Requests, seconds);
        }
        else
        {
            Succeeded(logger, before is null ? LogLevel.Information : LogLevel.Debug, target, poll.Mode, poll.Pages, poll.Requests, seconds);
        }
    }

    [LoggerMessage(Message = "poll failed target={Target} outcome={Outcome} mode={Mode} pages={Pages} requests={Requests} seconds={Seconds:0.000} error={Error} hint={Hint}")]
    private static partial void Failed(
        ILogger logger, LogLevel level, Target target, string outcome, PollMode mode, int pages, int requests, double seconds, string? error, string? hint);

    [LoggerMessage(LogLevel.Information, "target is back target={Target} mode={Mode} pages={Pages} requests={Requests} seconds={Seconds:0.000}")]
    private static partial void Recovered(ILogger logger, Target target, PollMode mode, int pages, int requests, double seconds);

    [LoggerMessage(Message = "polled target={Target} mode={Mode} pages={Pages} requests={Requests} seconds={Seconds:0.000}")]
    private static partial void Succeeded(ILogger logger, LogLevel level, Target target, PollMode mode, int pages, int requests, double seconds);

    [LoggerMessage(LogLevel.Warning, "a full listing corrected jobs target={Target} corrections={Corrections}")]
    public static partial void Corrected(ILogger logger, Target target, int corrections);

    [LoggerMessage(LogLevel.Warning, "GetJob is not allowed, so pages are read instead, which takes more calls; allow dataexchange:GetJob target={Target}")]
    public static partial void GetJobRefused(ILogger logger, Target target);

    [LoggerMessage(LogLevel.Error, "a poll ended in a way nobody foresaw target={Target}")]
    public static partial void Unforeseen(ILogger logger, Target target, Exception exception);
}
