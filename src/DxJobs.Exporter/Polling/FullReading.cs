using DxJobs.Core.Ledger;
using DxJobs.Exporter.Api;

namespace DxJobs.Exporter.Polling;

/// <summary>Reads every page of the list.</summary>
internal static class FullReading
{
    /// <summary>Reads.</summary>
    /// <param name="api">The target's calls.</param>
    /// <param name="calls">The poll.</param>
    /// <param name="pageSize">Jobs asked for in a page.</param>
    /// <param name="sink">Takes what is found.</param>
    /// <param name="cancellation">The end of the poll's time.</param>
    public static async Task ReadAsync(JobsClient api, PollRequestStats calls, int pageSize, IJobSink sink, CancellationToken cancellation)
    {
        var walk = new JobPager(api, calls, pageSize);
        while (walk.HasMore)
        {
            await walk.ReadNextAsync(job => sink.Upsert(JobKey.Of(job.Id), job), cancellation);
        }
    }
}
