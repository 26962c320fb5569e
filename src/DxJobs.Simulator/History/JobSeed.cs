namespace DxJobs.Simulator.History;

/// <summary>Everything that a generated job derives from, so that one job never influences another.</summary>
/// <param name="CreatedAt">Creation time.</param>
/// <param name="High">First half of the id.</param>
/// <param name="Low">Second half of the id.</param>
/// <param name="Seed">Random seed of the job's life cycle.</param>
internal readonly record struct JobSeed(DateTimeOffset CreatedAt, ulong High, ulong Low, int Seed) : IComparable<JobSeed>
{
    /// <summary>Whether the job runs until it times out, whatever the seed.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Draws a seed, always with the same number of random numbers.</summary>
    public static JobSeed Draw(Random random, DateTimeOffset createdAt) =>
        new(createdAt, (ulong)random.NextInt64(), (ulong)random.NextInt64(), random.Next());

    /// <summary>Compares by position in the list of jobs.</summary>
    public int CompareTo(JobSeed other) =>
        (CreatedAt, High, Low).CompareTo((other.CreatedAt, other.High, other.Low));
}
