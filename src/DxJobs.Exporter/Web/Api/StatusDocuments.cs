using DxJobs.Core.Failures;
using DxJobs.Core.Feeds;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Web.Api;

/// <summary>From the view to the document.</summary>
internal static class StatusDocuments
{
    /// <summary>The whole view.</summary>
    public static StatusDocument Document(this StatusView view) => new(
        view.Now,
        view.Version,
        view.Interval.TotalSeconds,
        view.StaleAfter.TotalSeconds,
        view.Targets.Count,
        view.Failing,
        view.Pending,
        Counts(StatusTotals.Of(view).ByStateAndType, zeros: true),
        [.. view.Targets.Select(target => Document(target, view.Now))]);

    private static TargetDocument Document(TargetView target, DateTimeOffset now) => new(
        target.Status.Target.Name,
        target.Status.Target.Region,
        target.Status.AccountId,
        Label(target.Health),
        target.Status.LastPoll is { } poll ? Document(poll) : null,
        target.Status.LastSuccessAt,
        target.Fresh?.JobsTracked,
        target.OpenJobs,
        target.Fresh is { } fresh ? Counts(fresh.Jobs, zeros: false) : null,
        target.Fresh?.RecentlyFinished.Where(r => r.Value > 0).OrderBy(r => r.Key.Window).ThenBy(r => r.Key.State).ThenBy(r => r.Key.Type)
            .Select(r => new FinishedCount(r.Key.State, r.Key.Type, r.Key.Window, r.Value)).ToList(),
        target.Fresh?.JobErrors.Where(e => e.Value > 0).OrderBy(e => e.Key.Type, StringComparer.Ordinal).ThenBy(e => e.Key.Code, StringComparer.Ordinal)
            .Select(e => new ErrorCount(e.Key.Type, e.Key.Code, e.Value)).ToList(),
        target.Fresh is { } limited ? Limits(limited) : null,
        target.Fresh?.Feeds.OrderByDescending(f => f.StateAt(now)).ThenBy(f => f.DataSetName ?? f.DataSetId, StringComparer.Ordinal)
            .ThenBy(f => f.DataSetId, StringComparer.Ordinal).ThenBy(f => f.Type, StringComparer.Ordinal).Select(f => Document(f, now)).ToList(),
        [.. target.Status.LatestFailures.Select(Document)],
        [.. target.Status.History.Select(h => new HistoryDocument(h.At, h.Open, h.Completed, h.Failed))]);

    private static PollDocument Document(PollReport poll) => new(
        poll.StartedAt, poll.Duration.TotalSeconds, poll.Mode.Label(), poll.Outcome.Label(), poll.Pages, poll.Requests, poll.Error, poll.Hint);

    private static FeedDocument Document(FeedStatus feed, DateTimeOffset now) => new(
        feed.DataSetId,
        feed.DataSetName,
        feed.Type,
        feed.StateAt(now).Label(),
        feed.LastCompleted,
        feed.LastFailed,
        feed.ConsecutiveFailures,
        feed.LastFailureCode,
        feed.ExpectedInterval?.Value.TotalSeconds,
        feed.ExpectedInterval?.Source.Label(),
        feed.Deadline);

    private static FailureDocument Document(FailedJob job) => new(
        job.JobId,
        job.State,
        job.Type,
        job.DataSetId,
        job.DataSetName,
        job.EndedAt,
        [.. job.Errors.Select(e => new ErrorDocument(e.Code, e.Message, e.LimitName, e.LimitValue, e.ResourceId, e.ResourceType))]);

    private static List<JobCount> Counts(IReadOnlyDictionary<StateAndType, long> jobs, bool zeros) =>
        [.. jobs.Where(j => zeros || j.Value > 0).OrderBy(j => j.Key.State, StringComparer.Ordinal).ThenBy(j => j.Key.Type, StringComparer.Ordinal)
            .Select(j => new JobCount(j.Key.State, j.Key.Type, j.Value))];

    private static List<LimitCount> Limits(TargetSnapshot fresh) =>
        [.. fresh.LimitBreaches.Where(b => b.Value > 0).OrderBy(b => b.Key.Type, StringComparer.Ordinal).ThenBy(b => b.Key.LimitName, StringComparer.Ordinal)
            .Select(b => new LimitCount(b.Key.Type, b.Key.LimitName, b.Value, fresh.LimitValues.TryGetValue(b.Key.LimitName, out var value) ? value : null))];

    private static string Label(TargetHealth health) => health switch
    {
        TargetHealth.Up => "up",
        TargetHealth.Failing => "failing",
        TargetHealth.Stale => "stale",
        TargetHealth.Pending => "pending",
        _ => throw new ArgumentOutOfRangeException(nameof(health), health, null),
    };
}
