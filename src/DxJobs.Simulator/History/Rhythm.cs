namespace DxJobs.Simulator.History;

/// <summary>How busy an hour is, and how much goes wrong in it: working days, quiet weekends, nightly exports, bursts, a bad hour now and then.</summary>
internal sealed class Rhythm(int seed)
{
    private (long Hour, double Share) _lastFailureShare;

    /// <summary>The hour that a time is in, counted from year 1.</summary>
    public static long HourOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerHour;

    /// <summary>How busy an hour is; 1 is usual.</summary>
    public double Weight(long hour)
    {
        var time = new DateTime(hour * TimeSpan.TicksPerHour, DateTimeKind.Utc);
        var weekend = time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var byDay = time.Hour switch { >= 8 and < 18 => 1.6, 2 => 3.0, 6 or 7 or 18 or 19 => 0.9, _ => 0.35 };
        var burst = Draw(hour, 1) < 0.01 ? 4 : 1;
        return byDay * (weekend && time.Hour != 2 ? 0.3 : 1) * burst;
    }

    /// <summary>The share of an hour's jobs that fail: few, but in a bad hour most.</summary>
    public double FailureShare(long hour)
    {
        // Asked for each job, and jobs come in order.
        if (_lastFailureShare.Hour != hour)
        {
            _lastFailureShare = (hour, Draw(hour, 2) < 0.006 ? 0.65 : 0.035);
        }

        return _lastFailureShare.Share;
    }

    private double Draw(long hour, int what) => new Random(HashCodes.Of(seed, hour, what)).NextDouble();
}
