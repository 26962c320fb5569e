using DxJobs.Core.Failures;
using DxJobs.Core.Snapshots;
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
            Failed(logger, level, target, poll.Outcome.Label(), poll.Mode.Label(), poll.Pages, poll.Requests, seconds, poll.Error, poll.Hint);
        }
        else if (before is { Succeeded: false })
        {
            Recovered(logger, target, poll.Mode.Label(), poll.Pages, poll.Requests, seconds);
        }
        else
        {
            Succeeded(logger, before is null ? LogLevel.Information : LogLevel.Debug, target, poll.Mode.Label(), poll.Pages, poll.Requests, seconds);
        }
    }

    [LoggerMessage(Message = "poll of {Target} failed ({Outcome}, {Mode}) after {Pages} pages, {Requests} requests, {Seconds:0.000} s: {Error} ({Hint})")]
    private static partial void Failed(
        ILogger logger, LogLevel level, Target target, string outcome, string mode, int pages, int requests, double seconds, string? error, string? hint);

    [LoggerMessage(LogLevel.Information, "{Target} is back ({Mode}, {Pages} pages, {Requests} requests, {Seconds:0.000} s)")]
    private static partial void Recovered(ILogger logger, Target target, string mode, int pages, int requests, double seconds);

    [LoggerMessage(Message = "polled {Target} ({Mode}, {Pages} pages, {Requests} requests, {Seconds:0.000} s)")]
    private static partial void Succeeded(ILogger logger, LogLevel level, Target target, string mode, int pages, int requests, double seconds);

    [LoggerMessage(LogLevel.Warning, "a full listing of {Target} corrected {Corrections} jobs")]
    public static partial void Corrected(ILogger logger, Target target, int corrections);

    [LoggerMessage(LogLevel.Warning, "GetJob is not allowed for {Target}, so pages are read instead, which takes more calls; allow dataexchange:GetJob")]
    public static partial void GetJobRefused(ILogger logger, Target target);

    [LoggerMessage(LogLevel.Warning, "job {JobId} of {Target} skipped: it has no {Missing}")]
    public static partial void JobSkipped(ILogger logger, Target target, string jobId, string missing);

    [LoggerMessage(LogLevel.Debug, "region not found: {Reason}")]
    public static partial void RegionNotFound(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "first listing in progress: {Target}, {Pages} pages, {Jobs} jobs")]
    public static partial void FirstListingContinues(ILogger logger, Target target, int pages, int jobs);

    [LoggerMessage(LogLevel.Warning, "full listing in the background interrupted: {Target} ({Outcome}) after {Pages} pages: {Error}")]
    public static partial void ResyncPageFailed(ILogger logger, Target target, string outcome, int pages, string? error);

    [LoggerMessage(LogLevel.Error, "a poll of {Target} ended in a way nobody foresaw")]
    public static partial void Unforeseen(ILogger logger, Target target, Exception exception);
}
