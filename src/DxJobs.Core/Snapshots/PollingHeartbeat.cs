namespace DxJobs.Core.Snapshots;

/// <summary>
/// The pulse of polling: pollers beat whenever a poll ends, well or badly, and <c>/healthz</c> asks how long ago that was.
/// A poll that fails is a healthy process with a failing target; no poll at all is a process that needs a restart.
/// </summary>
internal sealed class PollingHeartbeat(TimeProvider clock)
{
    /// <summary>Below this, silence is never called a stall, however short the interval.</summary>
    public static readonly TimeSpan LeastPatience = TimeSpan.FromMinutes(2);

    // Not by the time of day: when somebody sets it, polling has not stalled.
    private long _lastBeat = clock.GetTimestamp();

    /// <summary>How long ago the last poll ended; since the process started, if none has.</summary>
    public TimeSpan TimeSinceLastPoll => clock.GetElapsedTime(Volatile.Read(ref _lastBeat));

    /// <summary>Says that a poll ended now. Beats may come from many pollers.</summary>
    public void Beat() => Volatile.Write(ref _lastBeat, clock.GetTimestamp());

    /// <summary>How long silence may last with polls this often: three intervals, and at least <see cref="LeastPatience"/>.</summary>
    public static TimeSpan Patience(TimeSpan interval) => interval * 3 > LeastPatience ? interval * 3 : LeastPatience;

    /// <summary>Whether polling has stalled.</summary>
    public bool Stalled(TimeSpan interval) => TimeSinceLastPoll > Patience(interval);
}
