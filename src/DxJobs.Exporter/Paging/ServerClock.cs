namespace DxJobs.Exporter.Paging;

/// <summary>
/// AWS's clock as its answers show it (the Date header, whole seconds): jobs expire by that clock and not by ours. Until an answer
/// has been seen it is our own.
/// </summary>
internal sealed class ServerClock(TimeProvider clock)
{
    private long _offset;

    /// <summary>The time at AWS, at most a second behind.</summary>
    public DateTimeOffset Now => clock.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <summary>Takes in the Date of an answer that has just come.</summary>
    public void Observe(DateTimeOffset date) => Interlocked.Exchange(ref _offset, (date - clock.GetUtcNow()).Ticks);
}
