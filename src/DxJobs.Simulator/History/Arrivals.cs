using DxJobs.Simulator.Account;

namespace DxJobs.Simulator.History;

/// <summary>When jobs come: those of the history all at once, later ones hour by hour as simulated time reaches them.</summary>
internal sealed class Arrivals(SimulatorOptions options, Rhythm rhythm, JobMaker maker, DateTimeOffset start)
{
    private static readonly TimeSpan Depth = TimeSpan.FromDays(90);

    private readonly Queue<SimulatedJob> _coming = new();
    private readonly double _perWeight = options.Jobs / Weights(rhythm, start).Sum(w => w.Weight);
    private long _hour = Rhythm.HourOf(start) - 1;

    /// <summary>The jobs created in the 90 days before the start, oldest first.</summary>
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

        // The last minutes always hold a few, so that there is something running to look at.
        var fresh = Math.Min(options.Jobs, 12);
        var times = new List<DateTimeOffset>(options.Jobs);
        for (var i = 0; i < options.Jobs - fresh; i++)
        {
            var at = Array.BinarySearch(upTo, random.NextDouble() * sum);
            var time = Moment(hours[Math.Min(at < 0 ? ~at : at, hours.Count - 1)].Hour, random);
            times.Add(time > start - Depth && time <= start ? time : start - (Depth * random.NextDouble()));
        }

        for (var i = 0; i < fresh; i++)
        {
            times.Add(start - TimeSpan.FromMilliseconds(random.Next(20 * 60 * 1000)));
        }

        times.Sort();
        return times.ConvertAll(time => maker.Make(random, WholeMilliseconds(time), null));
    }

    /// <summary>The jobs created since this was last asked, oldest first.</summary>
    /// <param name="now">The simulated time.</param>
    /// <param name="failureShare">The share of them that fail; null for the usual.</param>
    public IEnumerable<SimulatedJob> Until(DateTimeOffset now, double? failureShare)
    {
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

    private static DateTimeOffset Moment(long hour, Random random) =>
        new DateTimeOffset(hour * TimeSpan.TicksPerHour, TimeSpan.Zero).AddMilliseconds(random.Next(3_600_000));

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private void EnqueueHour(long hour, double? failureShare)
    {
        var random = new Random(HashCodes.Of(options.Seed, hour, 3));
        var expected = _perWeight * rhythm.Weight(hour);
        var count = (int)expected + (random.NextDouble() < expected - (int)expected ? 1 : 0);
        var times = Enumerable.Range(0, count).Select(_ => Moment(hour, random)).Where(time => time > start).Order().ToList();
        foreach (var time in times)
        {
            _coming.Enqueue(maker.Make(random, time, failureShare));
        }
    }
}
