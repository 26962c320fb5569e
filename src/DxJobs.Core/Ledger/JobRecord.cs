namespace DxJobs.Core.Ledger;

/// <summary>One job in 40 bytes. Texts are numbers of a <see cref="SymbolTable"/>; times are UTC ticks; error entries are kept beside the table.</summary>
internal struct JobRecord
{
    private const ushort AutoExportBit = 0x8000;

    /// <summary>Which job.</summary>
    public JobKey Key;

    /// <summary>UTC ticks of CreatedAt.</summary>
    public long CreatedAt;

    /// <summary>UTC ticks of UpdatedAt.</summary>
    public long UpdatedAt;

    /// <summary>The state's number.</summary>
    public byte State;

    /// <summary>Whether the resync in progress has found the job, or an incremental poll has since changed it.</summary>
    public bool IsListed;

    private ushort _type;

    /// <summary>The data set's number, or −1 for none.</summary>
    public int DataSet;

    /// <summary>The type's number.</summary>
    public ushort Type
    {
        readonly get => (ushort)(_type & ~AutoExportBit);
        set => _type = (ushort)((_type & AutoExportBit) | value);
    }

    /// <summary>Whether an event action started the job; a bit of the type, of which there are at most 1,000, so that a job stays at 40 bytes.</summary>
    public bool IsAutoExport
    {
        readonly get => (_type & AutoExportBit) != 0;
        set => _type = (ushort)(value ? _type | AutoExportBit : _type & ~AutoExportBit);
    }
}
