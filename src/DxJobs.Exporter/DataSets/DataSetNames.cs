using System.Collections.Concurrent;
using DxJobs.Exporter.Paging;
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

    /// <summary>The time of one poll's look-ups at the most.</summary>
    public static readonly TimeSpan TimePerPoll = TimeSpan.FromSeconds(10);

    /// <summary>So long a name is believed.</summary>
    public static readonly TimeSpan NameLifetime = TimeSpan.FromHours(6);

    /// <summary>So long a failed look-up is not repeated.</summary>
    public static readonly TimeSpan FailureLifetime = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Scope, string Id), Lazy<Task<LookUp>>> _flights = new();
    private readonly MemoryCache _cache;
    private readonly TimeProvider _clock;

    /// <summary>With no names yet.</summary>
    public DataSetNames(TimeProvider clock)
    {
        _clock = clock;
        _cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = Capacity, Clock = new CacheClock(clock) });
    }

    /// <summary>The names that are known or can be had now; an id without one is left out. Never throws: at the end of the poll's time it has what it has.</summary>
    /// <param name="scope">What tells accounts and regions apart: data sets are per account and region.</param>
    /// <param name="ids">The data sets.</param>
    /// <param name="lookUp">Asks AWS for a name; null when it has none. May throw.</param>
    /// <param name="cancellation">The end of the poll's time.</param>
    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        string scope, IReadOnlyCollection<string> ids, Func<string, CancellationToken, Task<string?>> lookUp, CancellationToken cancellation)
    {
        using var budget = new CancellationTokenSource(TimePerPoll, _clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        var names = new Dictionary<string, string>();
        var left = LookUpsPerPoll;
        foreach (var id in ids)
        {
            if (!_cache.TryGetValue((scope, id), out string? name) && left > 0 && !patience.IsCancellationRequested)
            {
                left--;
                var answer = await AskOnceAsync((scope, id), lookUp, patience.Token);
                name = answer.Name;
                left = answer.IsOthersTrouble ? 0 : left;
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

    /// <summary>Asks, together with whoever asks for the same at the same time.</summary>
    private Task<LookUp> AskOnceAsync((string Scope, string Id) key, Func<string, CancellationToken, Task<string?>> lookUp, CancellationToken patience) =>
        _flights.GetOrAdd(key, _ => new Lazy<Task<LookUp>>(() => AskAsync(key, lookUp, patience))).Value;

    private async Task<LookUp> AskAsync((string Scope, string Id) key, Func<string, CancellationToken, Task<string?>> lookUp, CancellationToken patience)
    {
        // Off the caller's stack, so that the flight is registered before it can end.
        await Task.Yield();
        try
        {
            var name = await lookUp(key.Id, patience);
            Remember(key, name, name is null ? FailureLifetime : NameLifetime);
            return new LookUp(name, IsOthersTrouble: false);
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            return new LookUp(null, IsOthersTrouble: true);
        }
        catch (Exception e)
        {
            Remember(key, null, FailureLifetime);
            return new LookUp(null, CallOutcomes.Classify(e) is var outcome && (CallOutcomes.IsRetryable(outcome) || outcome == CallOutcome.ExpiredCredentials));
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }

    private void Remember((string Scope, string Id) key, string? name, TimeSpan lifetime) =>
        _cache.Set(key, name, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = lifetime });

    /// <summary>How a look-up ended.</summary>
    /// <param name="Name">The name; null for none.</param>
    /// <param name="IsOthersTrouble">Whether the others would fare no better now: AWS throttles or fails, or the time is over.</param>
    private readonly record struct LookUp(string? Name, bool IsOthersTrouble);
}
