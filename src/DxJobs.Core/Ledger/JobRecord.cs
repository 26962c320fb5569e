namespace DxJobs.Core.Ledger;

/// <summary>One job in 40 bytes. Texts are numbers of a <see cref="SymbolTable"/>; times are UTC ticks; error entries are kept beside the table.</summary>
internal struct JobRecord
{
    /// <summary>Which job.</summary>
    public JobKey Key;

    /// <summary>UTC ticks of CreatedAt.</summary>
    public long CreatedAt;

    /// <summary>UTC ticks of UpdatedAt.</summary>
    public long UpdatedAt;

    /// <summary>The state's number.</summary>
    public ushort State;

    /// <summary>The type's number.</summary>
    public ushort Type;

    /// <summary>The data set's number, or −1 for none.</summary>
    public int DataSet;
}
