namespace DxJobs.Core.Ledger;

/// <summary>A failed job of a feed.</summary>
/// <param name="UpdatedAt">UTC ticks of its end.</param>
/// <param name="CreatedAt">UTC ticks of its creation.</param>
/// <param name="Code">The number of its first error code; −1 for none.</param>
internal readonly record struct FailureRecord(long UpdatedAt, long CreatedAt, int Code) : IComparable<FailureRecord>
{
    public int CompareTo(FailureRecord other) => (UpdatedAt, CreatedAt, Code).CompareTo((other.UpdatedAt, other.CreatedAt, other.Code));
}
