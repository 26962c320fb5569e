namespace DxJobs.Exporter.Web.Api;

/// <summary>One target in <see cref="StatusDocument"/>. What is not known is null; numbers too old to show are null, too.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Region">The AWS region.</param>
/// <param name="AccountId">The account, as soon as it is known.</param>
/// <param name="Health"><c>up</c>, <c>failing</c>, <c>stale</c> or <c>pending</c>.</param>
/// <param name="LastPoll">The last poll that ended.</param>
/// <param name="LastSuccessAt">When the last good poll ended.</param>
/// <param name="JobsTracked">Jobs that the ledger holds.</param>
/// <param name="OpenJobs">Jobs WAITING or IN_PROGRESS.</param>
/// <param name="Jobs">Jobs by state and type; zeros left out.</param>
/// <param name="RecentlyFinished">Jobs that ended within each window; zeros left out.</param>
/// <param name="JobErrors">Error entries on the listed jobs by type and code; zeros left out.</param>
/// <param name="LimitBreaches">Of these, the entries that name a limit; zeros left out.</param>
/// <param name="Feeds">The feeds of the selected data sets: failing and late ones first.</param>
/// <param name="LatestFailures">The newest failed jobs, newest first.</param>
/// <param name="History">The recent good polls, oldest first.</param>
internal sealed record TargetDocument(
    string Target,
    string Region,
    string? AccountId,
    string Health,
    PollDocument? LastPoll,
    DateTimeOffset? LastSuccessAt,
    int? JobsTracked,
    long? OpenJobs,
    IReadOnlyList<JobCount>? Jobs,
    IReadOnlyList<FinishedCount>? RecentlyFinished,
    IReadOnlyList<ErrorCount>? JobErrors,
    IReadOnlyList<LimitCount>? LimitBreaches,
    IReadOnlyList<FeedDocument>? Feeds,
    IReadOnlyList<FailureDocument> LatestFailures,
    IReadOnlyList<HistoryDocument> History);
