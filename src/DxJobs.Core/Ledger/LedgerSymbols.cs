using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>The texts of one ledger, by kind.</summary>
internal sealed class LedgerSymbols
{
    /// <summary>Far above what AWS documents, far below what would hurt.</summary>
    private const int MaxDistinctValues = 1_000;

    /// <summary>A state's number has to fit a byte.</summary>
    private const int MaxStates = 250;

    public SymbolTable States { get; } = new("State", MaxStates);

    public SymbolTable Types { get; } = new("Type", MaxDistinctValues);

    public SymbolTable Codes { get; } = new("error Code", MaxDistinctValues);

    public SymbolTable LimitNames { get; } = new("LimitName", MaxDistinctValues);

    public SymbolTable ResourceTypes { get; } = new("ResourceType", MaxDistinctValues);

    public DataSetNumbers DataSets { get; } = new();

    /// <summary>Makes sure that a job can be taken in: <see cref="RecordOf(JobKey, Job)"/> and <see cref="ErrorsOf"/> won't fail for it.</summary>
    /// <exception cref="MalformedResponseException">It brings more texts, or longer ones, than AWS could mean.</exception>
    public void Validate(Job job)
    {
        States.NumberOf(job.State);
        Types.NumberOf(job.Type);
        DataSetNumbers.Check(job.DataSetId);
        ErrorsOf(job);
    }

    /// <summary>A job as the table holds it; its data set is borne by one more.</summary>
    public JobRecord RecordOf(JobKey key, Job job) => new()
    {
        Key = key,
        CreatedAt = job.CreatedAt.UtcTicks,
        UpdatedAt = job.UpdatedAt.UtcTicks,
        State = (byte)States.NumberOf(job.State),
        Type = (ushort)Types.NumberOf(job.Type),
        DataSet = DataSets.Take(job.DataSetId),
        IsAutoExport = job.IsAutoExport,
    };

    /// <summary>A job's error entries as the ledger holds them; null for none.</summary>
    public ErrorRecord[]? ErrorsOf(Job job) => job.Errors.Count == 0 ? null : [.. job.Errors.Select(RecordOf)];

    private ErrorRecord RecordOf(JobError error) => new(
        (ushort)Codes.NumberOf(error.Code),
        error.LimitName is null ? (short)-1 : (short)LimitNames.NumberOf(error.LimitName),
        error.ResourceType is null ? (short)-1 : (short)ResourceTypes.NumberOf(error.ResourceType),
        error.LimitValue ?? double.NaN);
}
