using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.History;

/// <summary>Makes jobs with their whole lives, one after another, from a seed.</summary>
internal sealed class JobMaker(Rhythm rhythm, DataSetCatalogue catalogue)
{
    /// <summary>AWS gives jobs up that run for so long.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(12);

    /// <summary>Makes the life of a job that is created then.</summary>
    /// <param name="random">The source of all that is left to chance.</param>
    /// <param name="createdAt">When it is created.</param>
    /// <param name="failureShare">The share of jobs that fail; null for the hour's own.</param>
    public SimulatedJob Make(Random random, DateTimeOffset createdAt, double? failureShare)
    {
        var (type, usual) = JobTypes.Draw(random);
        var dataSet = catalogue.All[Math.Min(random.Next(catalogue.All.Count), random.Next(catalogue.All.Count))];
        var revisions = catalogue.Revisions[dataSet.Id];
        var job = new SimulatedJob
        {
            Id = HashCodes.Id(random),
            Type = type,
            CreatedAt = createdAt,
            DataSetId = dataSet.Id,
            RevisionId = revisions[random.Next(revisions.Count)],
        };
        var fate = random.NextDouble();
        return fate switch
        {
            < 0.0008 => job, // forgotten: nobody ever starts it
            < 0.01 => job with { EndedAt = createdAt + Draw(random, TimeSpan.FromMinutes(20)), EndState = JobState.Cancelled },
            _ => Run(random, job, createdAt + Draw(random, TimeSpan.FromSeconds(2)), usual, failureShare ?? rhythm.FailureShare(Rhythm.HourOf(createdAt))),
        };
    }

    /// <summary>The rest of a job's life once it is started.</summary>
    public static SimulatedJob Run(Random random, SimulatedJob job, DateTimeOffset startedAt, TimeSpan usual, double failureShare)
    {
        var fate = random.NextDouble();
        if (fate < 0.004)
        {
            return job with { StartedAt = startedAt, EndedAt = startedAt + LongestRun, EndState = JobState.TimedOut };
        }

        var failed = random.NextDouble() < failureShare;
        var took = Draw(random, failed ? usual / 2 : usual);
        return job with
        {
            StartedAt = startedAt,
            EndedAt = startedAt + (took < LongestRun ? took : LongestRun),
            EndState = failed ? JobState.Error : JobState.Completed,
            Errors = failed ? ErrorDeck.Draw(random, job.DataSetId, job.RevisionId) : [],
        };
    }

    /// <summary>A duration about the usual one: mostly near it, now and then many times as long. Whole milliseconds.</summary>
    private static TimeSpan Draw(Random random, TimeSpan usual)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return TimeSpan.FromMilliseconds(Math.Clamp(Math.Round(usual.TotalMilliseconds * Math.Exp(0.8 * normal)), 50, LongestRun.TotalMilliseconds * 2));
    }
}
