namespace DxJobs.Core.Ledger;

/// <summary>One error entry of a listed job as it is counted; the numbers are those of the ledger's symbol tables, −1 for none.</summary>
internal readonly record struct ErrorRecord(ushort Code, short LimitName, short ResourceType, double LimitValue)
{
    /// <summary>Whether AWS said the limit's value.</summary>
    public bool HasLimitValue => LimitName >= 0 && !double.IsNaN(LimitValue);
}
