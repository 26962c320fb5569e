using System.Runtime.InteropServices;
using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>The completed and failed jobs of a ledger by feed, kept up to date with each job that comes or goes.</summary>
internal sealed class LedgerFeeds(LedgerSymbols symbols)
{
    private readonly Dictionary<FeedKey, FeedHistory> _feeds = [];

    /// <summary>The feeds with at least one completed or failed job.</summary>
    public IReadOnlyDictionary<FeedKey, FeedHistory> All => _feeds;

    /// <summary>A job has come.</summary>
    public void Add(in JobRecord job, ErrorRecord[]? errors)
    {
        var state = symbols.States[job.State];
        if (state == JobState.Completed)
        {
            Feed(job).AddCompleted(job.UpdatedAt);
        }
        else if (JobState.IsFailure(state))
        {
            Feed(job).AddFailed(Failure(job, errors));
        }
    }

    /// <summary>A job has gone.</summary>
    public void Remove(in JobRecord job, ErrorRecord[]? errors)
    {
        var key = new FeedKey(job.DataSet, job.Type);
        if (!_feeds.TryGetValue(key, out var feed))
        {
            return;
        }

        var state = symbols.States[job.State];
        if (state == JobState.Completed)
        {
            feed.RemoveCompleted(job.UpdatedAt);
        }
        else if (JobState.IsFailure(state))
        {
            feed.RemoveFailed(Failure(job, errors));
        }

        if (feed.IsEmpty)
        {
            _feeds.Remove(key);
        }
    }

    private FeedHistory Feed(in JobRecord job) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_feeds, new FeedKey(job.DataSet, job.Type), out _) ??= new FeedHistory();

    private static FailureRecord Failure(in JobRecord job, ErrorRecord[]? errors) =>
        new(job.UpdatedAt, job.CreatedAt, errors is [var first, ..] ? first.Code : -1);
}
