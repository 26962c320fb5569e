namespace DxJobs.Core.Backfill;

/// <summary>The evaluation times of a backfill: multiples of the step, in whole seconds.</summary>
internal sealed class BackfillTimeline
{
    private readonly long _first;
    private readonly long _step;

    /// <param name="start">Start of the range.</param>
    /// <param name="end">End of the range.</param>
    /// <param name="step">Interval between samples, at least one second.</param>
    public BackfillTimeline(DateTimeOffset start, DateTimeOffset end, TimeSpan step)
    {
        _step = Math.Max(1, (long)step.TotalSeconds) * TimeSpan.TicksPerSecond;
        _first = (start.UtcTicks + _step - 1) / _step * _step;
        Count = end.UtcTicks < _first ? 0 : (int)(((end.UtcTicks - _first) / _step) + 1);
    }

    /// <summary>Number of samples per series.</summary>
    public int Count { get; }

    /// <summary>UTC ticks of a sample.</summary>
    public long TicksAt(int index) => _first + (index * _step);

    /// <summary>Unix timestamp of a sample.</summary>
    public long UnixSecondsAt(int index) => (TicksAt(index) - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerSecond;

    /// <summary>Index of the first sample at or after a time; <see cref="Count"/> if there is none.</summary>
    public int IndexAtOrAfter(long ticks) =>
        ticks <= _first ? 0 : (int)Math.Min(Count, (ticks - _first + _step - 1) / _step);

    /// <summary>Index of the first sample after a time; <see cref="Count"/> if there is none.</summary>
    public int IndexAfter(long ticks) => ticks < _first ? 0 : (int)Math.Min(Count, ((ticks - _first) / _step) + 1);
}
