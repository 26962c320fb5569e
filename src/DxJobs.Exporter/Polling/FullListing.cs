using DxJobs.Core.Failures;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Failures;

namespace DxJobs.Exporter.Polling;

/// <summary>Reads every page of the list, across as many polls as that takes. A failed call leaves it as it was, to be continued by the next.</summary>
internal sealed class FullListing(IJobSink sink, int pageSize, TimeProvider clock)
{
    private readonly JobPager _walk = new(pageSize);
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();

    /// <summary>Timestamp of its beginning.</summary>
    public long Begun { get; } = clock.GetTimestamp();

    /// <summary>Whether every page has been read.</summary>
    public bool IsComplete => !_walk.HasMore;

    /// <summary>Timestamp of the last page, or of the beginning.</summary>
    public long ProgressAt { get; private set; } = clock.GetTimestamp();

    /// <summary>How far it has come.</summary>
    public ListingProgress Progress => new(_startedAt, _walk.Pages, sink.Seen);

    /// <summary>Whether a failure means that the list cannot be continued: AWS no longer takes the token, or the list has no end.</summary>
    public static bool IsBroken(Exception failure) =>
        failure is MalformedResponseException || FailureClassifier.Classify(failure) == CallOutcome.Validation;

    /// <summary>Reads pages until there are none left.</summary>
    public async Task ReadAsync(JobsClient api, PollRequestStats calls, CancellationToken cancellation)
    {
        while (!IsComplete)
        {
            Accept(await _walk.FetchNextAsync(api, calls, cancellation));
        }
    }

    /// <summary>Fetches the next page, to be accepted later.</summary>
    public Task<JobPage> FetchNextAsync(JobsClient api, PollRequestStats calls, CancellationToken cancellation) => _walk.FetchNextAsync(api, calls, cancellation);

    /// <summary>Takes in a page.</summary>
    public void Accept(JobPage page)
    {
        _walk.Accept(page, job => sink.Upsert(JobKey.Of(job.Id), job));
        ProgressAt = clock.GetTimestamp();
    }
}
