namespace DxJobs.Exporter.Tests.Hosting;

/// <summary>A clock whose date stands still until it is let go; stopwatches and timers run as ever.</summary>
internal sealed class FixedDate(DateTimeOffset date) : TimeProvider
{
    private volatile bool _released;

    /// <summary>From now on it tells the real date.</summary>
    public void Release() => _released = true;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _released ? base.GetUtcNow() : date;
}
