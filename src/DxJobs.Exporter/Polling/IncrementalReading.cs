using DxJobs.Core.Failures;
using DxJobs.Core.Ledger;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Failures;

namespace DxJobs.Exporter.Polling;

/// <summary>
/// Reads what can have changed since the last good poll: the top of the list down past all that was created since, and the jobs that
/// could still change, wherever they stand.
/// </summary>
/// <param name="ledger">What was known; not changed here.</param>
/// <param name="changes">What has been found to differ.</param>
/// <param name="sink">Takes what is found, and passes it on to the changes.</param>
/// <param name="canFetchOne">Whether GetJob is allowed.</param>
/// <param name="choose">Which of the open jobs that are not on the pages to confirm; null: all of them.</param>
internal sealed class IncrementalReading(
    JobLedger ledger,
    LedgerChanges changes,
    IJobSink sink,
    bool canFetchOne,
    Func<IReadOnlyList<NonFinalJob>, IReadOnlyList<NonFinalJob>>? choose = null)
{
    /// <summary>Whether GetJob turned out not to be allowed, so that pages had to be read instead.</summary>
    public bool GetJobRefused { get; private set; }

    /// <summary>Calls made only to confirm open jobs.</summary>
    public int RecheckCalls { get; private set; }

    /// <summary>Reads.</summary>
    /// <param name="api">The target's calls.</param>
    /// <param name="calls">The poll.</param>
    /// <param name="pageSize">Jobs asked for in a page.</param>
    /// <param name="cancellation">The end of the poll's time.</param>
    public async Task ReadAsync(JobsClient api, PollRequestStats calls, int pageSize, CancellationToken cancellation)
    {
        var walk = new JobPager(pageSize);
        var topRead = false;
        while (walk.HasMore && !topRead)
        {
            var page = await ReadNextAsync();
            topRead = page.Jobs.Count > 0 && page.Jobs[^1].CreatedAt < ledger.NewestCreatedAt;
        }

        IReadOnlyList<NonFinalJob> unseen = [.. Unseen(ledger.NonFinal())];
        var due = choose?.Invoke(unseen).OrderBy(job => job.Depth).ToList() ?? unseen;
        var before = calls.Requests;
        while (walk.HasMore && IsWorthReading(walk, Unseen(due)))
        {
            await ReadNextAsync();
        }

        foreach (var job in Unseen(due))
        {
            if (!await FetchJobAsync(job, api, calls, cancellation))
            {
                await ReadRemainingPagesAsync(walk, due, ReadNextAsync);
                break;
            }
        }

        RecheckCalls = calls.Requests - before;

        Task<JobPage> ReadNextAsync() => walk.ReadNextAsync(api, calls, job => sink.Upsert(JobKey.Of(job.Id), job), cancellation);
    }

    private IEnumerable<NonFinalJob> Unseen(IReadOnlyList<NonFinalJob> open) => open.Where(job => !changes.HasSeen(job.Key));

    private bool IsWorthReading(JobPager walk, IEnumerable<NonFinalJob> unseen) => PollPlan.PagesWorthReading(
        [.. unseen.Select(job => job.Depth + changes.New)], changes.Seen, walk.LargestPage, canFetchOne && !GetJobRefused) > 0;

    /// <summary>Asks for one job; false if that is not allowed.</summary>
    private async Task<bool> FetchJobAsync(NonFinalJob job, JobsClient api, PollRequestStats calls, CancellationToken cancellation)
    {
        if (!canFetchOne || GetJobRefused)
        {
            return false;
        }

        try
        {
            if (await api.GetJobAsync(calls, job.Id, cancellation) is { } answer)
            {
                sink.Upsert(job.Key, answer);
            }
            else
            {
                changes.MarkDeleted(job.Key);
            }

            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && FailureClassifier.Classify(e) == CallOutcome.AccessDenied)
        {
            GetJobRefused = true;
            return false;
        }
    }

    /// <summary>Without GetJob the pages must tell: down to the last such job, and what is not in the whole list is gone.</summary>
    private async Task ReadRemainingPagesAsync(JobPager walk, IReadOnlyList<NonFinalJob> open, Func<Task<JobPage>> readNextAsync)
    {
        while (walk.HasMore && Unseen(open).Any())
        {
            await readNextAsync();
        }

        foreach (var job in Unseen(open).ToList())
        {
            changes.MarkDeleted(job.Key);
        }
    }
}
