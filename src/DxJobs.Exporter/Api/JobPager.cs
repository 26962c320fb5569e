using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;

namespace DxJobs.Exporter.Api;

/// <summary>Goes down the list page by page and notices when the list cannot be true.</summary>
internal sealed class JobPager(int pageSize)
{
    /// <summary>A filtered list may have empty pages, and pages shift while they are read; so many in a row without anything new are a loop.</summary>
    private const int MaxPagesWithoutNews = 50;

    private string? _token;
    private int _withoutNews;

    /// <summary>Pages read so far.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether there are pages left.</summary>
    public bool HasMore { get; private set; } = true;

    /// <summary>The most jobs that a page that was not the last one has held: AWS may give fewer than it was asked for.</summary>
    public int LargestPage { get; private set; } = 1;

    /// <summary>Reads the next page.</summary>
    /// <param name="api">The target's calls.</param>
    /// <param name="calls">The poll.</param>
    /// <param name="see">Takes in a job; true if it is seen for the first time.</param>
    /// <param name="cancellation">The end of the poll's time.</param>
    /// <exception cref="MalformedResponseException">The list has no end.</exception>
    public async Task<JobPage> ReadNextAsync(JobsClient api, PollRequestStats calls, Func<Job, bool> see, CancellationToken cancellation) =>
        Accept(await FetchNextAsync(api, calls, cancellation), see);

    /// <summary>Fetches the next page; nothing changes until it is accepted, so a failed call can be made again.</summary>
    public Task<JobPage> FetchNextAsync(JobsClient api, PollRequestStats calls, CancellationToken cancellation) =>
        api.ListJobsAsync(calls, Pages, pageSize, _token, cancellation);

    /// <summary>Takes in the page that was fetched.</summary>
    /// <exception cref="MalformedResponseException">The list has no end.</exception>
    public JobPage Accept(JobPage page, Func<Job, bool> see)
    {
        Pages++;
        var news = false;
        foreach (var job in page.Jobs)
        {
            news |= see(job);
        }

        _withoutNews = news ? 0 : _withoutNews + 1;
        HasMore = page.NextToken is not null;
        if (HasMore)
        {
            if (page.NextToken == _token)
            {
                throw new MalformedResponseException("the list goes on with the NextToken that it has just been asked for");
            }

            if (_withoutNews >= MaxPagesWithoutNews)
            {
                throw new MalformedResponseException($"the list has no end: {MaxPagesWithoutNews} pages one after another held nothing new");
            }

            LargestPage = Math.Max(LargestPage, page.Jobs.Count);
        }

        _token = page.NextToken;
        return page;
    }
}
