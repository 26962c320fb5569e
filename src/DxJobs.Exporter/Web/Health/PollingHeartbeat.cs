namespace DxJobs.Exporter.Web.Health;

/// <summary>
/// The pulse of polling: pollers beat whenever a poll ends, well or badly, and <c>/healthz</c> asks how long ago that was.
/// A poll that fails is a healthy process with a failing target; no poll at all is a process that needs a restart.
/// </summary>
internal sealed class PollingHeartbeat(DateTimeOffset startedAt)
{
    /// <summary>Below this, silence is never called a stall, however short the interval.</summary>
    public static readonly TimeSpan LeastPatience = TimeSpan.FromMinutes(2);

    private long _lastTicks = startedAt.UtcTicks;

    /// <summary>When the last poll ended; when the process started, if none has.</summary>
    public DateTimeOffset LastBeat => new(Volatile.Read(ref _lastTicks), TimeSpan.Zero);

    /// <summary>Says that a poll ended now. Beats may come from many pollers, in any order.</summary>
    public void Beat(DateTimeOffset now)
    {
        var ticks = now.UtcTicks;
        var seen = Volatile.Read(ref _lastTicks);
        while (ticks > seen)
        {
            var before = Interlocked.CompareExchange(ref _lastTicks, ticks, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    /// <summary>How long silence may last with polls this often: three intervals, and at least <see cref="LeastPatience"/>.</summary>
    public static TimeSpan Patience(TimeSpan interval) => interval * 3 > LeastPatience ? interval * 3 : LeastPatience;

    /// <summary>Whether polling has stalled.</summary>
    public bool Stalled(DateTimeOffset now, TimeSpan interval) => now - LastBeat > Patience(interval);
}
