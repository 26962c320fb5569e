namespace DxJobs.Simulator.Account;

/// <summary>Simulated time: begins with the real time of the start and goes on at its own speed, or stands still.</summary>
internal sealed class SimulatedClock(TimeProvider clock, double speed)
{
    private readonly DateTimeOffset _start = WholeMilliseconds(clock.GetUtcNow());
    private readonly long _timestamp = clock.GetTimestamp();
    private DateTimeOffset? _frozenAt;

    /// <summary>When the simulation began.</summary>
    public DateTimeOffset Start => _start;

    /// <summary>The simulated time, in whole milliseconds as AWS's are.</summary>
    public DateTimeOffset Now => _frozenAt ?? WholeMilliseconds(_start + (clock.GetElapsedTime(_timestamp) * speed));

    /// <summary>Stops it for good.</summary>
    public void Freeze() => _frozenAt ??= Now;

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
