using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Testing;

/// <summary>A clock whose time of day can be set, as an operator or NTP does, while time itself goes on evenly; it tells which timers are set.</summary>
internal sealed class SettableClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();
    private TimeSpan _setBy;

    /// <summary>How long each timer that is set will take.</summary>
    public ChannelReader<TimeSpan> Timers => _timers.Reader;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _setBy;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Somebody sets the time of day, forward or back.</summary>
    public void SetBy(TimeSpan by) => _setBy += by;
}
