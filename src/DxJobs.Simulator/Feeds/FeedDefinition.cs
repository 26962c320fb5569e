using System.Text.Json.Serialization;

namespace DxJobs.Simulator.Feeds;

/// <summary>Jobs of one type for one data set on a schedule. Ages are relative to the start of the simulation.</summary>
public sealed record FeedDefinition
{
    /// <summary>Data set name; added to the account unless one of its data sets has this name.</summary>
    public required string DataSet { get; init; }

    /// <summary>Job type.</summary>
    public string Type { get; set; } = "EXPORT_REVISIONS_TO_S3";

    /// <summary>Whether the account is a subscriber of the data set instead of its owner.</summary>
    public bool Entitled { get; set; }

    /// <summary>Interval between jobs, at most one day.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Time of the day of the first job.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan At { get; set; }

    /// <summary>Weekdays with jobs; empty for all.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; set; } = [];

    /// <summary>Jobs are created up to this much later than scheduled.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan Jitter { get; set; }

    /// <summary>Run time of a job.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan Duration { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Age of the feed.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan Since { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The feed stopped this long before the start; zero if it continues.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan Stopped { get; set; }

    /// <summary>Start of a past outage, before the start of the simulation; zero for none.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan OutageBegan { get; set; }

    /// <summary>End of the past outage, before the start of the simulation.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan OutageEnded { get; set; }

    /// <summary>Jobs created within this time before the start, and later ones, fail; zero for none.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan FailingFor { get; set; }

    /// <summary>Failure of these jobs.</summary>
    public FeedFailure Failure { get; set; } = FeedFailure.AccessDenied;

    /// <summary>Whether an event action creates the jobs.</summary>
    public bool AutoExport { get; set; }

    /// <summary>Age of an additional job that is never started; zero for none.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan AbandonedJob { get; set; }

    /// <summary>Age of a revision without a job; zero for none.</summary>
    [JsonConverter(typeof(DurationConverter))]
    public TimeSpan NewRevision { get; set; }
}
