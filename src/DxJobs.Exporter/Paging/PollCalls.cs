namespace DxJobs.Exporter.Paging;

/// <summary>What the calls of one poll have come to so far.</summary>
internal sealed class PollCalls
{
    /// <summary>HTTP attempts, retries included.</summary>
    public int Requests { get; set; }

    /// <summary>Pages of ListJobs read.</summary>
    public int Pages { get; set; }

    /// <summary>The failure that is being retried right now: what the poll fails with when its time runs out meanwhile.</summary>
    public Exception? Retrying { get; set; }
}
