using DxJobs.Core.Feeds;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;

namespace DxJobs.Exporter.Tests.Metrics;

/// <summary>Snapshots to put beside the text that is expected of them.</summary>
internal static class SnapshotMother
{
    public static TargetSnapshot Empty(DateTimeOffset takenAt, string account = "123456789012") => new()
    {
        TakenAt = takenAt,
        AccountId = account,
        Jobs = new Dictionary<StateAndType, long>(),
        JobErrors = new Dictionary<TypeAndCode, long>(),
        JobErrorResources = new Dictionary<CodeAndResource, long>(),
        LimitBreaches = new Dictionary<TypeAndLimit, long>(),
        LimitValues = new Dictionary<string, double>(),
        RecentlyFinished = new Dictionary<StateTypeAndWindow, long>(),
        OldestCreated = new Dictionary<StateAndType, DateTimeOffset>(),
        LastFinished = new Dictionary<StateAndType, DateTimeOffset>(),
        FinishedTotal = new Dictionary<StateAndType, long>(),
        FinishedErrorsTotal = new Dictionary<TypeAndCode, long>(),
        FinishedLimitBreachesTotal = new Dictionary<TypeAndLimit, long>(),
        JobsTracked = 0,
    };

    /// <summary>One entry of everything.</summary>
    public static TargetSnapshot OneOfEach(DateTimeOffset takenAt) => Empty(takenAt) with
    {
        Jobs = new Dictionary<StateAndType, long> { [new("COMPLETED", "IMPORT_ASSETS_FROM_S3")] = 41, [new("WAITING", "EXPORT_ASSETS_TO_S3")] = 0 },
        JobErrors = new Dictionary<TypeAndCode, long> { [new("IMPORT_ASSETS_FROM_S3", "MALWARE_DETECTED")] = 2 },
        JobErrorResources = new Dictionary<CodeAndResource, long> { [new("MALWARE_DETECTED", "ASSET")] = 1, [new("MALWARE_DETECTED", "")] = 1 },
        LimitBreaches = new Dictionary<TypeAndLimit, long> { [new("IMPORT_ASSETS_FROM_S3", "Asset size in GB")] = 1 },
        LimitValues = new Dictionary<string, double> { ["Asset size in GB"] = 100 },
        RecentlyFinished = new Dictionary<StateTypeAndWindow, long> { [new("COMPLETED", "IMPORT_ASSETS_FROM_S3", "15m")] = 3 },
        OldestCreated = new Dictionary<StateAndType, DateTimeOffset> { [new("IN_PROGRESS", "EXPORT_ASSETS_TO_S3")] = takenAt.AddHours(-1) },
        LastFinished = new Dictionary<StateAndType, DateTimeOffset> { [new("COMPLETED", "IMPORT_ASSETS_FROM_S3")] = takenAt.AddMilliseconds(-1500) },
        FinishedTotal = new Dictionary<StateAndType, long> { [new("COMPLETED", "IMPORT_ASSETS_FROM_S3")] = 7 },
        FinishedErrorsTotal = new Dictionary<TypeAndCode, long> { [new("IMPORT_ASSETS_FROM_S3", "MALWARE_DETECTED")] = 0 },
        FinishedLimitBreachesTotal = new Dictionary<TypeAndLimit, long> { [new("IMPORT_ASSETS_FROM_S3", "Asset size in GB")] = 1 },
        DataSetJobs = new Dictionary<DataSetAndState, long> { [new("ds-1", "COMPLETED")] = 40, [new("__other__", "COMPLETED")] = 1 },
        DataSets = [new DataSetInfo("ds-1", "Prices", "OWNED")],
        ConsecutiveFailures = new Dictionary<string, long> { ["IMPORT_ASSETS_FROM_S3"] = 2 },
        OldestUpdated = new Dictionary<StateAndType, DateTimeOffset> { [new("IN_PROGRESS", "EXPORT_ASSETS_TO_S3")] = takenAt.AddMinutes(-50) },
        AbandonedJobs = new Dictionary<StateAndType, long> { [new("WAITING", "EXPORT_ASSETS_TO_S3")] = 1 },
        AutoExports = new Dictionary<string, long> { ["COMPLETED"] = 5 },
        FinishedAutoExportsTotal = new Dictionary<string, long> { ["ERROR"] = 1 },
        LastRevisions = new Dictionary<string, DateTimeOffset> { ["ds-1"] = takenAt.AddHours(-3) },
        Feeds =
        [
            new FeedStatus
            {
                DataSetId = "ds-1",
                Type = "IMPORT_ASSETS_FROM_S3",
                LastCompleted = takenAt.AddSeconds(-2),
                LastFailed = takenAt.AddSeconds(-1),
                ConsecutiveFailures = 2,
                LastFailureCode = "MALWARE_DETECTED",
                ExpectedInterval = new ExpectedInterval(TimeSpan.FromHours(30), IntervalSource.Weekly),
            },
        ],
        JobsTracked = 42,
    };

    /// <summary>As many jobs of each data set.</summary>
    public static TargetSnapshot OfDataSets(DateTimeOffset takenAt, IEnumerable<string> dataSets) => Empty(takenAt) with
    {
        DataSetJobs = dataSets.ToDictionary(id => new DataSetAndState(id, "COMPLETED"), _ => 1L),
    };
}
