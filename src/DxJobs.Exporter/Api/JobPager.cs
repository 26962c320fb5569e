using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;

namespace DxJobs.Exporter.Api;

/// <summary>Goes down the list page by page within one poll, and notices when the list cannot be true.</summary>
internal sealed class JobPager(JobsClient api, PollRequestStats calls, int pageSize)
{
    /// <summary>A filtered list may have empty pages, and pages shift while they are read; so many in a row without anything new are a loop.</summary>
    private const int MaxPagesWithoutNews = 50;

    private string? _token;
    private int _read;
    private int _withoutNews;

    /// <summary>Whether there are pages left.</summary>
    public bool HasMore { get; private set; } = true;

    /// <summary>The most jobs that a page that was not the last one has held: AWS may give fewer than it was asked for.</summary>
    public int LargestPage { get; private set; } = 1;

    /// <summary>Reads the next page.</summary>
    /// <param name="see">Takes in a job; true if the poll sees it for the first time.</param>
    /// <param name="cancellation">The end of the poll's time.</param>
    /// <exception cref="MalformedResponseException">The list has no end.</exception>
    public async Task<JobPage> ReadNextAsync(Func<Job, bool> see, CancellationToken cancellation)
    {
        var page = await api.ListJobsAsync(calls, _read++, pageSize, _token, cancellation);
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
