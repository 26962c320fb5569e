namespace DxJobs.Core.Snapshots;

/// <summary>A selected data set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; the id where it is unknown.</param>
/// <param name="Origin">OWNED or ENTITLED, as AWS spells it; empty if unknown.</param>
internal sealed record DataSetInfo(string Id, string Name, string Origin);
