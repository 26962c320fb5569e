namespace DxJobs.Simulator.Jobs;

/// <summary>A position in the list of jobs: CreatedAt, then id. It remains valid when jobs are added or removed.</summary>
public readonly record struct JobPosition(DateTimeOffset CreatedAt, string Id)
{
    /// <summary>Compares two positions, oldest first.</summary>
    public int CompareTo(JobPosition other)
    {
        var byTime = CreatedAt.CompareTo(other.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(Id, other.Id);
    }
}
