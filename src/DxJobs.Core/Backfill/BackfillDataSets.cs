using DxJobs.Core.Feeds;

namespace DxJobs.Core.Backfill;

/// <summary>Selection of the series per data set.</summary>
/// <param name="Limit">Data sets with series of their own: the most recently active ones.</param>
/// <param name="Configured">Configured interval by data set id and type; null for the learned one.</param>
internal sealed record BackfillDataSets(
    int Limit, Func<string, string, ExpectedInterval?> Configured);
