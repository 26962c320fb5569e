namespace DxJobs.Core.Jobs;

/// <summary>What AWS tells about a data set.</summary>
/// <param name="Name">Its name, in its owner's words: never HTML.</param>
/// <param name="Origin">OWNED or ENTITLED, as AWS spells it; empty if unknown.</param>
internal sealed record DataSetDescription(string Name, string Origin);
