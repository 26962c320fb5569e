namespace DxJobs.Simulator.History;

/// <summary>What a job has from the start. All else follows from it, so what becomes of one job never changes another.</summary>
/// <param name="At">When it is created.</param>
/// <param name="High">The first half of its id.</param>
/// <param name="Low">The second half.</param>
/// <param name="Life">The seed of all that is left to chance in its life.</param>
internal readonly record struct Birth(DateTimeOffset At, ulong High, ulong Low, int Life) : IComparable<Birth>
{
    /// <summary>Whether it runs until AWS gives it up, whatever the seed says.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Draws one; always as many draws.</summary>
    public static Birth Draw(Random random, DateTimeOffset at) => new(at, (ulong)random.NextInt64(), (ulong)random.NextInt64(), random.Next());

    /// <summary>By the place in the list of jobs.</summary>
    public int CompareTo(Birth other) =>
        At.CompareTo(other.At) is var byTime and not 0 ? byTime : High.CompareTo(other.High) is var byHigh and not 0 ? byHigh : Low.CompareTo(other.Low);
}
