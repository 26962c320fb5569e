using Microsoft.Extensions.Internal;

namespace DxJobs.Exporter.Api;

/// <summary>Lets the memory cache keep our time.</summary>
internal sealed class CacheClock(TimeProvider clock) : ISystemClock
{
    /// <inheritdoc/>
    public DateTimeOffset UtcNow => clock.GetUtcNow();
}
