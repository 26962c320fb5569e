namespace DxJobs.Core.Feeds;

/// <summary>What the completions of up to 90 days reveal about a feed. In ticks.</summary>
/// <param name="ByGap">The expected interval from the longest gap alone.</param>
/// <param name="Tolerance">Completions within this time of another belong to the same delivery.</param>
/// <param name="Overrun">How far past weekly forecasts were exceeded (the second worst); null without a weekly rhythm.</param>
internal readonly record struct FeedRhythm(long ByGap, long Tolerance, long? Overrun);
