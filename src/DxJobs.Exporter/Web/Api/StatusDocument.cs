namespace DxJobs.Exporter.Web.Api;

/// <summary>What <c>/api/v1/status</c> says: the status page for programs. Field names are stable; new ones may be added. Times are ISO 8601 in UTC.</summary>
/// <param name="GeneratedAt">The moment.</param>
/// <param name="Version">The exporter's version.</param>
/// <param name="IntervalSeconds">From one poll of a target to the next.</param>
/// <param name="StaleAfterSeconds">How old numbers may be and still be shown.</param>
/// <param name="TargetsTotal">Targets in this answer.</param>
/// <param name="TargetsFailing">Those whose health is <c>failing</c> or <c>stale</c>.</param>
/// <param name="TargetsPending">Those whose first poll has not ended.</param>
/// <param name="Jobs">Jobs by state and type, summed over the targets with fresh numbers.</param>
/// <param name="Targets">Every target, failing ones first.</param>
internal sealed record StatusDocument(
    DateTimeOffset GeneratedAt,
    string Version,
    double IntervalSeconds,
    double StaleAfterSeconds,
    int TargetsTotal,
    int TargetsFailing,
    int TargetsPending,
    IReadOnlyList<JobCount> Jobs,
    IReadOnlyList<TargetDocument> Targets);
