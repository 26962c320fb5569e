namespace DxJobs.Simulator.Account;

/// <summary>Simulated time: starts at the real time and advances at its own speed, or stands still.</summary>
internal sealed class SimulatedClock(TimeProvider clock, double speed)
{
    private readonly DateTimeOffset _start = WholeMilliseconds(clock.GetUtcNow());
    private readonly long _timestamp = clock.GetTimestamp();
    private DateTimeOffset? _frozenAt;

    /// <summary>Start of the simulation.</summary>
    public DateTimeOffset Start => _start;

    /// <summary>Simulated time in whole milliseconds, as AWS's timestamps are.</summary>
    public DateTimeOffset Now => _frozenAt ?? WholeMilliseconds(_start + (clock.GetElapsedTime(_timestamp) * speed));

    /// <summary>Stops simulated time permanently.</summary>
    public void Freeze() => _frozenAt ??= Now;

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
