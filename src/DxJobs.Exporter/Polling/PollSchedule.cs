namespace DxJobs.Exporter.Polling;

/// <summary>
/// When a target is polled: each has its own place within the interval, so that many targets are spread over it instead of asking
/// all at once. A poll that took too long makes the target skip a turn, never two at a time.
/// </summary>
internal static class PollSchedule
{
    /// <summary>When the target's next poll begins.</summary>
    /// <param name="origin">When the exporter started: turns are counted from here.</param>
    /// <param name="place">The target's place within the interval, 0 to 1.</param>
    /// <param name="interval">From turn to turn.</param>
    /// <param name="lastStart">When the target's last poll began.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset Next(DateTimeOffset origin, double place, TimeSpan interval, DateTimeOffset lastStart, DateTimeOffset now)
    {
        // A turn right after the last one (the first poll comes out of turn) would be a call for nothing.
        var earliest = Later(now, lastStart + (interval / 2));
        var first = origin + (interval * place);
        var turns = Math.Ceiling((earliest - first) / interval);
        return first + (interval * Math.Max(0, turns));
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
