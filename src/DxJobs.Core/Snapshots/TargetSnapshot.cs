using System.Collections.ObjectModel;
using DxJobs.Core.Feeds;
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

    /// <summary>CreatedAt of the oldest job WAITING or IN_PROGRESS that is not abandoned; absent if there is none.</summary>
    public required IReadOnlyDictionary<StateAndType, DateTimeOffset> OldestCreated { get; init; }

    /// <summary>Newest UpdatedAt of the listed jobs that ended so; only where there are any.</summary>
    public required IReadOnlyDictionary<StateAndType, DateTimeOffset> LastFinished { get; init; }

    /// <summary>Jobs seen to end since the process started. Only ever grows. Zero-filled.</summary>
    public required IReadOnlyDictionary<StateAndType, long> FinishedTotal { get; init; }

    /// <summary>The error entries of those jobs. Only ever grows. Zero-filled.</summary>
    public required IReadOnlyDictionary<TypeAndCode, long> FinishedErrorsTotal { get; init; }

    /// <summary>Those of the entries that name a limit. Only ever grows. Zero-filled.</summary>
    public required IReadOnlyDictionary<TypeAndLimit, long> FinishedLimitBreachesTotal { get; init; }

    /// <summary>Jobs of each type that failed since the last completed one. Zero-filled.</summary>
    public IReadOnlyDictionary<string, long> ConsecutiveFailures { get; init; } = ReadOnlyDictionary<string, long>.Empty;

    /// <summary>UpdatedAt of the jobs of <see cref="OldestCreated"/>.</summary>
    public IReadOnlyDictionary<StateAndType, DateTimeOffset> OldestUpdated { get; init; } = ReadOnlyDictionary<StateAndType, DateTimeOffset>.Empty;

    /// <summary>Open jobs that count as abandoned. Zero-filled.</summary>
    public IReadOnlyDictionary<StateAndType, long> AbandonedJobs { get; init; } = ReadOnlyDictionary<StateAndType, long>.Empty;

    /// <summary>Auto-exports by state. Zero-filled.</summary>
    public IReadOnlyDictionary<string, long> AutoExports { get; init; } = ReadOnlyDictionary<string, long>.Empty;

    /// <summary>Auto-exports observed to finish since the process started, by state. Zero-filled.</summary>
    public IReadOnlyDictionary<string, long> FinishedAutoExportsTotal { get; init; } = ReadOnlyDictionary<string, long>.Empty;

    /// <summary>The selected data sets; empty unless data sets are enabled.</summary>
    public IReadOnlyList<DataSetInfo> DataSets { get; init; } = [];

    /// <summary>Jobs of each selected data set, and of all others together; null unless data sets are enabled.</summary>
    public IReadOnlyDictionary<DataSetAndState, long>? DataSetJobs { get; init; }

    /// <summary>The feeds of the selected data sets; empty unless data sets are enabled.</summary>
    public IReadOnlyList<FeedStatus> Feeds { get; init; } = [];

    /// <summary>Newest finalized revision of each data set; empty unless <c>data_sets.revisions</c> is on.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastRevisions { get; init; } = ReadOnlyDictionary<string, DateTimeOffset>.Empty;

    /// <summary>The number of jobs that the ledger holds.</summary>
    public required int JobsTracked { get; init; }
}
