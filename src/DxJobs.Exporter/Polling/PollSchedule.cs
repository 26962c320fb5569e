namespace DxJobs.Exporter.Polling;

/// <summary>
/// When a target is polled: each has its own place within the interval, so that many targets are spread over it instead of asking
/// all at once. A poll that took too long makes the target skip a turn, never two at a time. All times are counted from the exporter's
/// start by a clock that nobody sets: when the host's time jumps, polling goes on as before.
/// </summary>
internal static class PollSchedule
{
    /// <summary>When the target's next poll begins.</summary>
    /// <param name="place">The target's place within the interval, 0 to 1.</param>
    /// <param name="interval">From turn to turn.</param>
    /// <param name="lastStart">When the target's last poll began.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan Next(double place, TimeSpan interval, TimeSpan lastStart, TimeSpan now)
    {
        // A turn right after the last one (the first poll comes out of turn) would be a call for nothing.
        var earliest = Later(now, lastStart + (interval / 2));
        var first = interval * place;
        var turns = Math.Ceiling((earliest - first) / interval);
        return Later(first + (interval * Math.Max(0, turns)), now);
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
