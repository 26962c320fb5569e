using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.History;

/// <summary>When jobs come: those of the history all at once, later ones hour by hour as simulated time reaches them.</summary>
internal sealed class Arrivals(SimulatorOptions options, Rhythm rhythm, JobMaker maker, DateTimeOffset start)
{
    /// <summary>So many of the history are of the last minutes, the last of them stuck for hours: there is always something to look at.</summary>
    private const int Fresh = 13;

    private static readonly TimeSpan Depth = TimeSpan.FromDays(90);

    private readonly Queue<SimulatedJob> _coming = new();
    private readonly double _perWeight = options.Jobs / Weights(rhythm, start).Sum(w => w.Weight);
    private long _hour = Rhythm.HourOf(start) - 1;

    /// <summary>The jobs created in the 90 days before the start, oldest first by CreatedAt and id.</summary>
    public List<SimulatedJob> History()
    {
        var random = new Random(HashCodes.Of(options.Seed, 0));
        var hours = Weights(rhythm, start);
        var upTo = new double[hours.Count];
        var sum = 0.0;
        for (var i = 0; i < hours.Count; i++)
        {
            upTo[i] = sum += hours[i].Weight;
        }

        var fresh = Math.Min(options.Jobs, Fresh);
        var births = new List<Birth>(options.Jobs);
        for (var i = 0; i < options.Jobs - fresh; i++)
        {
            // Always the same draws, whatever comes of them: a start some seconds later moves a few jobs, and leaves all others as they are.
            var (share, within, elsewhere) = (random.NextDouble() * sum, random.Next(3_600_000), random.NextDouble());
            var at = Array.BinarySearch(upTo, share);
            var time = Moment(hours[Math.Min(at < 0 ? ~at : at, hours.Count - 1)].Hour, within);
            births.Add(Birth.Draw(random, time > start - Depth && time <= start ? time : WholeMilliseconds(start - (Depth * elsewhere))));
        }

        for (var i = 0; i < fresh; i++)
        {
            var time = start - TimeSpan.FromMilliseconds(random.Next(20 * 60 * 1000));
            var longAgo = start - JobMaker.LongestRun + TimeSpan.FromMilliseconds(random.Next(60 * 60 * 1000, 5 * 60 * 60 * 1000));
            var isStuck = i == Fresh - 1;
            births.Add(Birth.Draw(random, isStuck ? longAgo : time) with { IsStuck = isStuck });
        }

        births.Sort();
        return births.ConvertAll(birth => maker.Make(birth, null));
    }

    /// <summary>The jobs created since this was last asked, oldest first.</summary>
    /// <param name="now">The simulated time.</param>
    /// <param name="failureShare">The share of them that fail; null for the usual.</param>
    public IEnumerable<SimulatedJob> Until(DateTimeOffset now, double? failureShare)
    {
        // What AWS would have deleted by now need not be made, however long nobody asked.
        _hour = Math.Max(_hour, Rhythm.HourOf(now - Depth) - 1);
        while (_hour < Rhythm.HourOf(now))
        {
            EnqueueHour(++_hour, failureShare);
        }

        while (_coming.TryPeek(out var next) && next.CreatedAt <= now)
        {
            yield return _coming.Dequeue();
        }
    }

    private static List<(long Hour, double Weight)> Weights(Rhythm rhythm, DateTimeOffset start)
    {
        var last = Rhythm.HourOf(start);
        var first = Rhythm.HourOf(start - Depth);
        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => (first + i, rhythm.Weight(first + i)))];
    }

    private static DateTimeOffset Moment(long hour, int milliseconds) =>
        new DateTimeOffset(hour * TimeSpan.TicksPerHour, TimeSpan.Zero).AddMilliseconds(milliseconds);

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private void EnqueueHour(long hour, double? failureShare)
    {
        var random = new Random(HashCodes.Of(options.Seed, hour, 3));
        var expected = _perWeight * rhythm.Weight(hour);
        var count = (int)expected + (random.NextDouble() < expected - (int)expected ? 1 : 0);
        var jobs = Enumerable.Range(0, count).Select(_ => maker.Make(Birth.Draw(random, Moment(hour, random.Next(3_600_000))), failureShare)).ToList();
        foreach (var job in jobs.Where(job => job.CreatedAt > start).OrderBy(job => job.CreatedAt))
        {
            _coming.Enqueue(job);
        }
    }
}
