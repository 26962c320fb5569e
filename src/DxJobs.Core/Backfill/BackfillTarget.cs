using DxJobs.Core.Jobs;

namespace DxJobs.Core.Backfill;

/// <summary>A target to reconstruct.</summary>
/// <param name="History">Its finished jobs.</param>
/// <param name="Labels">Labels of every series: target, account, region and static labels.</param>
/// <param name="Windows">Windows of the recently finished jobs.</param>
/// <param name="DataSets">Series per data set; null for none.</param>
/// <param name="IsExcluded">Whether a data set is excluded from consecutive failures.</param>
internal sealed record BackfillTarget(
    BackfillHistory History,
    IReadOnlyList<KeyValuePair<string, string>> Labels,
    IReadOnlyList<Window> Windows,
    BackfillDataSets? DataSets,
    Func<string, bool> IsExcluded);
