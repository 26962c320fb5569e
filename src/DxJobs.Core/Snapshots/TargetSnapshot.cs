using DxJobs.Core.Jobs;

namespace DxJobs.Core.Snapshots;

/// <summary>
/// All that one good poll of one target established: the numbers behind the <c>aws_dataexchange_*</c> series. Immutable.
/// Every known combination is in the zero-filled tables, whether there are such jobs or not.
/// </summary>
internal sealed record TargetSnapshot
{
    /// <summary>When the poll ended.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The <c>account_id</c> label: twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>Jobs that the API lists. Zero-filled.</summary>
    public required IReadOnlyDictionary<StateAndType, long> Jobs { get; init; }

    /// <summary>Error entries on the listed jobs. Zero-filled.</summary>
    public required IReadOnlyDictionary<TypeAndCode, long> JobErrors { get; init; }

    /// <summary>The same entries by resource type. Zero-filled.</summary>
    public required IReadOnlyDictionary<CodeAndResource, long> JobErrorResources { get; init; }

    /// <summary>Error entries that name a limit. Zero-filled.</summary>
    public required IReadOnlyDictionary<TypeAndLimit, long> LimitBreaches { get; init; }

    /// <summary>Each limit's value as last reported on a listed job; only where reported.</summary>
    public required IReadOnlyDictionary<string, double> LimitValues { get; init; }

    /// <summary>Jobs that ended within each window before <see cref="TakenAt"/>, by UpdatedAt. Zero-filled.</summary>
    public required IReadOnlyDictionary<StateTypeAndWindow, long> RecentlyFinished { get; init; }

    /// <summary>CreatedAt of the oldest job WAITING or IN_PROGRESS; only where there are any.</summary>
    public required IReadOnlyDictionary<StateAndType, DateTimeOffset> OldestCreated { get; init; }

    /// <summary>Newest UpdatedAt of the listed jobs that ended so; only where there are any.</summary>
    public required IReadOnlyDictionary<StateAndType, DateTimeOffset> LastFinished { get; init; }

    /// <summary>Jobs seen to end since the process started. Only ever grows. Zero-filled.</summary>
    public required IReadOnlyDictionary<StateAndType, long> FinishedTotal { get; init; }

    /// <summary>The error entries of those jobs. Only ever grows. Zero-filled.</summary>
    public required IReadOnlyDictionary<TypeAndCode, long> FinishedErrorsTotal { get; init; }

    /// <summary>Those of the entries that name a limit. Only ever grows. Zero-filled.</summary>
    public required IReadOnlyDictionary<TypeAndLimit, long> FinishedLimitBreachesTotal { get; init; }

    /// <summary>Jobs of single data sets; null unless asked for.</summary>
    public IReadOnlyDictionary<DataSetAndState, long>? DataSetJobs { get; init; }

    /// <summary>Newest UpdatedAt of a COMPLETED job of each data set; null unless asked for.</summary>
    public IReadOnlyDictionary<DataSetKey, DateTimeOffset>? DataSetLastCompleted { get; init; }

    /// <summary>The number of jobs that the ledger holds.</summary>
    public required int JobsTracked { get; init; }
}
