namespace DxJobs.Exporter.Api;

/// <summary>What the calls of one poll have come to so far.</summary>
internal sealed class PollRequestStats
{
    /// <summary>HTTP attempts, retries included.</summary>
    public int Requests { get; set; }

    /// <summary>Pages of ListJobs read.</summary>
    public int Pages { get; set; }

    /// <summary>The failure that is being retried right now: what the poll fails with when its time runs out meanwhile.</summary>
    public Exception? LastRetriedError { get; set; }
}
