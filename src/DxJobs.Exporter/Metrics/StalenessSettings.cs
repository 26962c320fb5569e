namespace DxJobs.Exporter.Metrics;

/// <summary>How old a target's last good poll may be before its job series disappear. A reload changes it while scrapes read it.</summary>
internal sealed class StalenessSettings
{
    private long _staleAfterTicks = TimeSpan.FromMinutes(5).Ticks;

    /// <inheritdoc cref="Configuration.PollOptions.StaleAfter"/>
    public TimeSpan StaleAfter
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _staleAfterTicks));
        set => Interlocked.Exchange(ref _staleAfterTicks, value.Ticks);
    }
}
