namespace DxJobs.Exporter.Ledger;

/// <summary>The texts of one ledger, by kind.</summary>
internal sealed class LedgerSymbols
{
    /// <summary>Far above what AWS documents, far below what would hurt.</summary>
    private const int MostDistinctValues = 1_000;

    /// <summary>As many as jobs can be in a year of an account that makes a data set for each.</summary>
    private const int MostDataSets = 4_000_000;

    public SymbolTable States { get; } = new("State", MostDistinctValues);

    public SymbolTable Types { get; } = new("Type", MostDistinctValues);

    public SymbolTable Codes { get; } = new("error Code", MostDistinctValues);

    public SymbolTable LimitNames { get; } = new("LimitName", MostDistinctValues);

    public SymbolTable ResourceTypes { get; } = new("ResourceType", MostDistinctValues);

    public SymbolTable DataSets { get; } = new("DataSetId", MostDataSets);

    /// <summary>A job as the table holds it.</summary>
    public JobRecord RecordOf(JobKey key, ListedJob job) => new()
    {
        Key = key,
        CreatedAt = job.CreatedAt.UtcTicks,
        UpdatedAt = job.UpdatedAt.UtcTicks,
        State = (ushort)States.NumberOf(job.State),
        Type = (ushort)Types.NumberOf(job.Type),
        DataSet = job.DataSetId is null ? -1 : DataSets.NumberOf(job.DataSetId),
    };

    /// <summary>A job's error entries as the ledger holds them; null for none.</summary>
    public ErrorRecord[]? ErrorsOf(ListedJob job) => job.Errors.Count == 0 ? null : [.. job.Errors.Select(RecordOf)];

    private ErrorRecord RecordOf(ListedJobError error) => new(
        (ushort)Codes.NumberOf(error.Code),
        error.LimitName is null ? (short)-1 : (short)LimitNames.NumberOf(error.LimitName),
        error.ResourceType is null ? (short)-1 : (short)ResourceTypes.NumberOf(error.ResourceType),
        error.LimitValue ?? double.NaN);
}
