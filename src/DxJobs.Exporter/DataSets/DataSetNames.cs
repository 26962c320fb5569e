using Microsoft.Extensions.Caching.Memory;

namespace DxJobs.Exporter.DataSets;

/// <summary>
/// What people call data sets, remembered for a while. A look-up that fails or is refused costs the name, never the poll: the id
/// stands in for it, and it is asked again some time later.
/// </summary>
internal sealed class DataSetNames : IDisposable
{
    /// <summary>Names held at the most, over all targets.</summary>
    public const int Capacity = 50_000;

    /// <summary>Look-ups of one poll at the most, so that names never take the time that jobs need; the rest is asked at the next polls.</summary>
    public const int LookUpsPerPoll = 25;

    /// <summary>So long a name is believed.</summary>
    public static readonly TimeSpan NameLifetime = TimeSpan.FromHours(6);

    /// <summary>So long a failed look-up is not repeated.</summary>
    public static readonly TimeSpan FailureLifetime = TimeSpan.FromMinutes(15);

    private readonly MemoryCache _cache;

    public DataSetNames(TimeProvider clock) =>
        _cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = Capacity, Clock = new CacheClock(clock) });

    /// <summary>The names that are known or can be had now; an id without one is left out.</summary>
    /// <param name="scope">What tells accounts and regions apart: data sets are per account and region.</param>
    /// <param name="ids">The data sets.</param>
    /// <param name="lookUp">Asks AWS for a name; null when it has none, is refused or fails.</param>
    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        string scope, IReadOnlyCollection<string> ids, Func<string, Task<string?>> lookUp)
    {
        var names = new Dictionary<string, string>();
        var left = LookUpsPerPoll;
        foreach (var id in ids)
        {
            if (!_cache.TryGetValue((scope, id), out string? name) && left-- > 0)
            {
                name = await lookUp(id);
                _cache.Set((scope, id), name, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = name is null ? FailureLifetime : NameLifetime });
            }

            if (name is not null)
            {
                names[id] = name;
            }
        }

        return names;
    }

    /// <summary>The name, if it is known; nothing is asked.</summary>
    public string? Known(string scope, string id) => _cache.TryGetValue((scope, id), out string? name) ? name : null;

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();
}
