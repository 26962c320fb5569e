namespace DxJobs.Exporter.Api;

/// <summary>What the calls of one poll have come to so far.</summary>
internal sealed class PollRequestStats
{
    /// <summary>HTTP attempts, retries included.</summary>
    public int Requests { get; set; }

    /// <summary>Pages of ListJobs read.</summary>
    public int Pages { get; set; }

    /// <summary>Jobs that cannot be read, and the first member that each lacks.</summary>
    public Dictionary<string, string> Skipped { get; } = [];

    /// <summary>Whether a request was sent again because the SDK has corrected the clock.</summary>
    public bool ClockCorrected { get; set; }

    /// <summary>The failure that is being retried right now: what the poll fails with when its time runs out meanwhile.</summary>
    public Exception? LastRetriedError { get; set; }
}
