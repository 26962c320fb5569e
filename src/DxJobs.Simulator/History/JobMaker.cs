using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.History;

/// <summary>Makes jobs with their whole lives, one after another, from a seed.</summary>
internal sealed class JobMaker(Rhythm rhythm, DataSetCatalogue catalogue)
{
    /// <summary>AWS gives jobs up that run for so long.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromHours(12);

    /// <summary>Makes a job with its whole life.</summary>
    /// <param name="birth">What it has from the start.</param>
    /// <param name="failureShare">The share of jobs that fail; null for the hour's own.</param>
    public SimulatedJob Make(Birth birth, double? failureShare)
    {
        var random = new Random(birth.Life);
        var (type, usual) = JobTypes.Draw(random);
        var fitting = catalogue.Fitting(type);
        var dataSet = fitting[Math.Min(random.Next(fitting.Count), random.Next(fitting.Count))];
        var revisions = catalogue.Revisions[dataSet.Id];
        var job = new SimulatedJob
        {
            Id = HashCodes.Id(birth.High, birth.Low),
            Type = type,
            CreatedAt = birth.At,
            DataSetId = dataSet.Id,
            RevisionId = revisions[random.Next(revisions.Count)],
        };
        var fate = random.NextDouble();
        return fate switch
        {
            _ when birth.IsStuck => TimedOut(job, birth.At + Draw(random, TimeSpan.FromSeconds(2))),
            < 0.0008 => job, // forgotten: nobody ever starts it
            < 0.01 => job with { EndedAt = birth.At + Draw(random, TimeSpan.FromMinutes(20)), EndState = JobState.Cancelled },
            _ => Run(random, job, birth.At + Draw(random, TimeSpan.FromSeconds(2)), usual, failureShare ?? rhythm.FailureShare(Rhythm.HourOf(birth.At))),
        };
    }

    /// <summary>The rest of a job's life once it is started.</summary>
    public static SimulatedJob Run(Random random, SimulatedJob job, DateTimeOffset startedAt, TimeSpan usual, double failureShare)
    {
        var fate = random.NextDouble();
        if (fate < 0.004)
        {
            return TimedOut(job, startedAt);
        }

        var failed = random.NextDouble() < failureShare;
        var took = Draw(random, failed ? usual / 2 : usual);
        return job with
        {
            StartedAt = startedAt,
            EndedAt = startedAt + (took < LongestRun ? took : LongestRun),
            EndState = failed ? JobState.Error : JobState.Completed,
            Errors = failed ? ErrorDeck.Draw(random, job) : [],
        };
    }

    private static SimulatedJob TimedOut(SimulatedJob job, DateTimeOffset startedAt) =>
        job with { StartedAt = startedAt, EndedAt = startedAt + LongestRun, EndState = JobState.TimedOut };

    /// <summary>A duration about the usual one: mostly near it, now and then many times as long. Whole milliseconds.</summary>
    private static TimeSpan Draw(Random random, TimeSpan usual)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return TimeSpan.FromMilliseconds(Math.Clamp(Math.Round(usual.TotalMilliseconds * Math.Exp(0.8 * normal)), 50, LongestRun.TotalMilliseconds * 2));
    }
}
