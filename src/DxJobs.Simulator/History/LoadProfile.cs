namespace DxJobs.Simulator.History;

/// <summary>Load and failure rate by hour: working days, quiet weekends, nightly exports, bursts and bad hours.</summary>
internal sealed class LoadProfile(int seed)
{
    private (long Hour, double Share) _lastFailureShare;

    /// <summary>Number of the hour that contains a time.</summary>
    public static long HourOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerHour;

    /// <summary>Relative load of an hour; 1 is average.</summary>
    public double Weight(long hour)
    {
        var time = new DateTime(hour * TimeSpan.TicksPerHour, DateTimeKind.Utc);
        var isWeekend = time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var byHour = time.Hour switch { >= 8 and < 18 => 1.6, 2 => 3.0, 6 or 7 or 18 or 19 => 0.9, _ => 0.35 };
        var burst = Draw(hour, 1) < 0.01 ? 4 : 1;
        return byHour * (isWeekend && time.Hour != 2 ? 0.3 : 1) * burst;
    }

    /// <summary>Share of an hour's jobs that fail: low, but high in a bad hour.</summary>
    public double FailureShare(long hour)
    {
        // Called for each job in order of creation.
        if (_lastFailureShare.Hour != hour)
        {
            _lastFailureShare = (hour, Draw(hour, 2) < 0.006 ? 0.65 : 0.035);
        }

        return _lastFailureShare.Share;
    }

    private double Draw(long hour, int purpose) => new Random(StableHash.Combine(seed, hour, purpose)).NextDouble();
}
