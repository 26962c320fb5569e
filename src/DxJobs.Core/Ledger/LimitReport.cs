namespace DxJobs.Core.Ledger;

/// <summary>A limit's value as one job reported it. The newest report counts; among equally new ones that of the newer job, then the larger value.</summary>
internal readonly record struct LimitReport(long UpdatedAt, long CreatedAt, double Value) : IComparable<LimitReport>
{
    public int CompareTo(LimitReport other) => (UpdatedAt, CreatedAt, Value).CompareTo((other.UpdatedAt, other.CreatedAt, other.Value));
}
