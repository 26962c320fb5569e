namespace DxJobs.Exporter.Aws;

/// <summary>
/// AWS's clock as its answers show it (the Date header, whole seconds): jobs expire by that clock and not by ours. It goes on by a clock that
/// nobody sets, or a jump of the host's time would expire jobs that AWS still lists. Until an answer has been seen it is our own.
/// </summary>
internal sealed class ServerClock(TimeProvider clock)
{
    private Observation? _last;

    /// <summary>The time at AWS, at most a second behind.</summary>
    public DateTimeOffset Now => Volatile.Read(ref _last) is { } last ? last.Date + clock.GetElapsedTime(last.Timestamp) : clock.GetUtcNow();

    /// <summary>Takes in the Date of an answer that has just come.</summary>
    public void Observe(DateTimeOffset date) => Volatile.Write(ref _last, new Observation(date, clock.GetTimestamp()));

    private sealed record Observation(DateTimeOffset Date, long Timestamp);
}
