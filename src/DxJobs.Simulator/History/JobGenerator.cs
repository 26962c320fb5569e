using DxJobs.Simulator.Feeds;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.History;

/// <summary>Generates jobs with complete life cycles.</summary>
internal sealed class JobGenerator(LoadProfile loadProfile, DataSetCatalogue catalogue)
{
    /// <summary>AWS terminates jobs after this time.</summary>
    public static readonly TimeSpan MaxRunTime = TimeSpan.FromHours(12);

    private static readonly TimeSpan NamedFailureDelay = TimeSpan.FromSeconds(1);

    /// <summary>Background exports created in this hour are auto-exports.</summary>
    private const int NightlyExportHour = 2;

    /// <summary>Generates a background job.</summary>
    /// <param name="seed">Seed of the job.</param>
    /// <param name="failureShare">Share of the jobs that fail; null for the load profile's.</param>
    public SimulatedJob Generate(JobSeed seed, double? failureShare)
    {
        var random = new Random(seed.Seed);
        var type = JobTypes.Draw(random);
        var dataSets = catalogue.DataSetsFor(type);
        var dataSet = dataSets[Math.Min(random.Next(dataSets.Count), random.Next(dataSets.Count))];
        var revisions = catalogue.Revisions[dataSet.Id];
        var job = new SimulatedJob
        {
            Id = StableHash.ToId(seed.High, seed.Low),
            Type = type,
            CreatedAt = seed.CreatedAt,
            DataSetId = dataSet.Id,
            RevisionId = revisions[random.Next(revisions.Count)].Id,
            ContentName = catalogue.ContentName(dataSet.Id),
            EventActionId = IsAutoExport(type, seed.CreatedAt) ? dataSet.Id : null,
        };
        var outcome = random.NextDouble();
        return outcome switch
        {
            _ when seed.IsStuck => TimedOut(job, seed.CreatedAt + Draw(random, TimeSpan.FromSeconds(2))),
            < 0.0008 => job, // never started
            < 0.01 => job with
            {
                EndedAt = seed.CreatedAt + Draw(random, TimeSpan.FromMinutes(20)),
                EndState = SimulatedJobState.Cancelled,
            },
            _ => Start(
                random,
                job,
                seed.CreatedAt + Draw(random, TimeSpan.FromSeconds(2)),
                failureShare ?? loadProfile.FailureShare(LoadProfile.HourOf(seed.CreatedAt))),
        };
    }

    /// <summary>Adds the life cycle from the start of a job on.</summary>
    public static SimulatedJob Start(Random random, SimulatedJob job, DateTimeOffset startedAt, double failureShare)
    {
        if (NamedFailures.Find(job.Details) is var (failure, index))
        {
            return Failed(job, startedAt, failure, index);
        }

        if (random.NextDouble() < 0.004)
        {
            return TimedOut(job, startedAt);
        }

        var typical = JobTypes.TypicalDuration(job.Type);
        var failed = random.NextDouble() < failureShare;
        var duration = Draw(random, failed ? typical / 2 : typical);
        return job with
        {
            StartedAt = startedAt,
            EndedAt = startedAt + (duration < MaxRunTime ? duration : MaxRunTime),
            EndState = failed ? SimulatedJobState.Error : SimulatedJobState.Completed,
            Errors = failed ? ErrorGenerator.Generate(random, job) : [],
        };
    }

    private static SimulatedJob Failed(SimulatedJob job, DateTimeOffset startedAt, FeedFailure failure, int index) => job with
    {
        StartedAt = startedAt,
        EndedAt = startedAt + NamedFailureDelay,
        EndState = failure == FeedFailure.TimedOut ? SimulatedJobState.TimedOut : SimulatedJobState.Error,
        Errors = failure == FeedFailure.TimedOut ? [] : ErrorGenerator.Create(failure, job, index),
    };

    private static bool IsAutoExport(string type, DateTimeOffset createdAt) =>
        type == "EXPORT_REVISIONS_TO_S3" && createdAt.UtcDateTime.Hour == NightlyExportHour;

    private static SimulatedJob TimedOut(SimulatedJob job, DateTimeOffset startedAt) =>
        job with { StartedAt = startedAt, EndedAt = startedAt + MaxRunTime, EndState = SimulatedJobState.TimedOut };

    /// <summary>Draws a log-normal duration in whole milliseconds.</summary>
    private static TimeSpan Draw(Random random, TimeSpan typical)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var milliseconds = Math.Round(typical.TotalMilliseconds * Math.Exp(0.8 * normal));
        return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 50, MaxRunTime.TotalMilliseconds * 2));
    }
}
