namespace DxJobs.Exporter.Configuration;

/// <summary>How AWS is asked; the same for every target.</summary>
internal sealed record PollOptions
{
    /// <summary>From the start of one poll of a target to the start of the next. 1s to 1d; default 1m.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most that one poll of one target may take, all its pages and retries. At most the interval; default 50s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>Jobs asked for in one page (MaxResults). 1 to 200; default 200.</summary>
    public int PageSize { get; init; } = 200;

    /// <summary>How often everything is listed again. Default 6h.</summary>
    public TimeSpan FullResync { get; init; } = TimeSpan.FromHours(6);

    /// <summary>A full listing that makes no progress for this long is abandoned. Default 30m.</summary>
    public TimeSpan FullTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether every open job is confirmed at every poll, at any number of calls. Default: less often the older it is.</summary>
    public bool RecheckEveryPoll { get; init; }

    /// <summary>A target without a good poll for so long stops exposing job series. Default 5m.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Targets that are polled at the same time, at the most. Default 8.</summary>
    public int MaxConcurrentTargets { get; init; } = 8;

    /// <summary>An open job older than this counts as abandoned. 1m to 90d; default 7d.</summary>
    public TimeSpan AbandonedAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>HTTP requests a second per account and region, retries included. 0.1 to 1000; default 5.</summary>
    public double MaxRequestsPerSecond { get; init; } = 5;
}
