using DxJobs.Core.Jobs;
using System.Collections.Concurrent;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Failures;
using Microsoft.Extensions.Caching.Memory;

namespace DxJobs.Exporter.Api;

/// <summary>
/// What people call data sets, remembered for a while. A look-up that fails or is refused costs the name, never the poll: the name known before,
/// or else the id, stands in for it, and it is asked again some time later.
/// </summary>
internal sealed class DataSetNames : IDisposable
{
    /// <summary>Names held at the most, over all targets.</summary>
    public const int Capacity = 50_000;

    /// <summary>Look-ups of one poll at the most, so that names never take the time that jobs need; the rest is asked at the next polls.</summary>
    public const int LookUpsPerPoll = 25;

    /// <summary>The time of one poll's look-ups at the most.</summary>
    public static readonly TimeSpan TimePerPoll = TimeSpan.FromSeconds(10);

    /// <summary>So long a name is believed without asking again.</summary>
    public static readonly TimeSpan NameLifetime = TimeSpan.FromHours(6);

    /// <summary>So long a name is kept for as long as nobody says another: series whose labels change are other series.</summary>
    public static readonly TimeSpan NameMemory = TimeSpan.FromDays(7);

    /// <summary>So long a failed look-up is not repeated.</summary>
    public static readonly TimeSpan FailureLifetime = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Scope, string Id), Lazy<Task<bool>>> _flights = new();
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
    public async Task<IReadOnlyDictionary<string, DataSetDescription>> ResolveAsync(
        string scope, IReadOnlyCollection<string> ids, Func<string, CancellationToken, Task<DataSetDescription?>> lookUp, CancellationToken cancellation)
    {
        using var budget = new CancellationTokenSource(TimePerPoll, _clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        var names = new Dictionary<string, DataSetDescription>();
        var left = LookUpsPerPoll;
        foreach (var id in ids)
        {
            var held = Held((scope, id));
            if ((held is null || _clock.GetUtcNow() >= held.AskAgainAt) && left > 0 && !patience.IsCancellationRequested)
            {
                left--;
                var othersFareNoBetter = await AskOnceAsync((scope, id), lookUp, patience.Token);
                left = othersFareNoBetter ? 0 : left;
            }

            if (Known(scope, id) is { } name)
            {
                names[id] = name;
            }
        }

        return names;
    }

    /// <summary>The name, if it is known; nothing is asked.</summary>
    public DataSetDescription? Known(string scope, string id) => Held((scope, id))?.Name;

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    /// <summary>
    /// Asks, together with whoever asks for the same at the same time. Whether the others would fare no better now: AWS throttles or fails, or
    /// the time is over.
    /// </summary>
    private Task<bool> AskOnceAsync((string Scope, string Id) key, Func<string, CancellationToken, Task<DataSetDescription?>> lookUp, CancellationToken patience) =>
        _flights.GetOrAdd(key, _ => new Lazy<Task<bool>>(() => AskAsync(key, lookUp, patience))).Value;

    private async Task<bool> AskAsync((string Scope, string Id) key, Func<string, CancellationToken, Task<DataSetDescription?>> lookUp, CancellationToken patience)
    {
        // Off the caller's stack, so that the flight is registered before it can end.
        await Task.Yield();
        try
        {
            var name = await lookUp(key.Id, patience);
            Remember(key, name, name is null ? FailureLifetime : NameLifetime);
            return false;
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception e)
        {
            Remember(key, null, FailureLifetime);
            return FailureClassifier.Classify(e) is var outcome && (FailureClassifier.IsRetryable(outcome) || outcome == CallOutcome.ExpiredCredentials);
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }

    private HeldName? Held((string Scope, string Id) key) => _cache.TryGetValue(key, out HeldName? held) ? held : null;

    private void Remember((string Scope, string Id) key, DataSetDescription? name, TimeSpan askAgainAfter)
    {
        var held = new HeldName(name ?? Held(key)?.Name, _clock.GetUtcNow() + askAgainAfter);
        _cache.Set(key, held, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = held.Name is null ? askAgainAfter : NameMemory });
    }

    /// <summary>What is known of a data set.</summary>
    /// <param name="Name">Its name as last said; null for none.</param>
    /// <param name="AskAgainAt">From when on it is to be asked for again.</param>
    private sealed record HeldName(DataSetDescription? Name, DateTimeOffset AskAgainAt);
}
