using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.History;

/// <summary>Arrival of background jobs: the history at once, later jobs hour by hour as simulated time advances.</summary>
internal sealed class Arrivals(int jobs, int seed, LoadProfile loadProfile, JobGenerator generator, DateTimeOffset start)
{
    /// <summary>Jobs of the last minutes, the last of which has been stuck for hours: every account has current jobs.</summary>
    private const int RecentJobs = 13;

    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private readonly Queue<SimulatedJob> _upcoming = new();
    private readonly double _jobsPerWeight = jobs / Weights(loadProfile, start).Sum(w => w.Weight);
    private long _hour = LoadProfile.HourOf(start) - 1;

    /// <summary>Jobs created in the 90 days before the start, oldest first.</summary>
    public List<SimulatedJob> History()
    {
        var random = new Random(StableHash.Combine(seed, 0));
        var hours = Weights(loadProfile, start);
        var cumulative = new double[hours.Count];
        var sum = 0.0;
        for (var i = 0; i < hours.Count; i++)
        {
            cumulative[i] = sum += hours[i].Weight;
        }

        var recent = Math.Min(jobs, RecentJobs);
        var seeds = new List<JobSeed>(jobs);
        for (var i = 0; i < jobs - recent; i++)
        {
            // Always the same number of draws: a start some seconds later moves a few jobs and leaves all others unchanged.
            var (share, within, fallback) = (random.NextDouble() * sum, random.Next(3_600_000), random.NextDouble());
            var index = Array.BinarySearch(cumulative, share);
            var time = TimeInHour(hours[Math.Min(index < 0 ? ~index : index, hours.Count - 1)].Hour, within);
            var isInRange = time > start - Retention && time <= start;
            seeds.Add(JobSeed.Draw(random, isInRange ? time : WholeMilliseconds(start - (Retention * fallback))));
        }

        for (var i = 0; i < recent; i++)
        {
            var time = start - TimeSpan.FromMilliseconds(random.Next(20 * 60 * 1000));
            var hoursAgo = start - JobGenerator.MaxRunTime
                + TimeSpan.FromMilliseconds(random.Next(60 * 60 * 1000, 5 * 60 * 60 * 1000));
            var isStuck = i == RecentJobs - 1;
            seeds.Add(JobSeed.Draw(random, isStuck ? hoursAgo : time) with { IsStuck = isStuck });
        }

        seeds.Sort();
        return seeds.ConvertAll(jobSeed => generator.Generate(jobSeed, null));
    }

    /// <summary>Jobs created since the previous call, oldest first.</summary>
    /// <param name="now">Simulated time.</param>
    /// <param name="failureShare">Share of the jobs that fail; null for the load profile's.</param>
    public IEnumerable<SimulatedJob> Until(DateTimeOffset now, double? failureShare)
    {
        // Jobs that AWS would have deleted by now are not generated, however long ago the previous call was.
        _hour = Math.Max(_hour, LoadProfile.HourOf(now - Retention) - 1);
        while (_hour < LoadProfile.HourOf(now))
        {
            EnqueueHour(++_hour, failureShare);
        }

        while (_upcoming.TryPeek(out var next) && next.CreatedAt <= now)
        {
            yield return _upcoming.Dequeue();
        }
    }

    private static List<(long Hour, double Weight)> Weights(LoadProfile loadProfile, DateTimeOffset start)
    {
        var last = LoadProfile.HourOf(start);
        var first = LoadProfile.HourOf(start - Retention);
        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => (first + i, loadProfile.Weight(first + i)))];
    }

    private static DateTimeOffset TimeInHour(long hour, int milliseconds) =>
        new DateTimeOffset(hour * TimeSpan.TicksPerHour, TimeSpan.Zero).AddMilliseconds(milliseconds);

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private void EnqueueHour(long hour, double? failureShare)
    {
        var random = new Random(StableHash.Combine(seed, hour, 3));
        var expected = _jobsPerWeight * loadProfile.Weight(hour);
        var count = (int)expected + (random.NextDouble() < expected - (int)expected ? 1 : 0);
        var arrived = Enumerable.Range(0, count)
            .Select(_ => generator.Generate(JobSeed.Draw(random, TimeInHour(hour, random.Next(3_600_000))), failureShare))
            .ToList();
        foreach (var job in arrived.Where(job => job.CreatedAt > start).OrderBy(job => job.CreatedAt))
        {
            _upcoming.Enqueue(job);
        }
    }
}
