namespace DxJobs.Exporter.Api;

/// <summary>One pacer for each account and region, shared by all targets in it, for as long as one of them holds it.</summary>
internal sealed class RateLimiterRegistry(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Region), WeakReference<AdaptiveRateLimiter>> _pacers = [];

    /// <summary>The pacer of an account and region.</summary>
    /// <param name="account">The account id; while that is not known, whatever tells one target's credentials from another's.</param>
    /// <param name="region">The region.</param>
    /// <param name="rate">Requests a second. After a reload with another rate that one is in force at once, for all that share the pacer.</param>
    public AdaptiveRateLimiter For(string account, string region, double rate)
    {
        lock (_gate)
        {
            if (_pacers.TryGetValue((account, region), out var known) && known.TryGetTarget(out var pacer))
            {
                pacer.Rate = rate;
                return pacer;
            }

            foreach (var (key, _) in _pacers.Where(p => !p.Value.TryGetTarget(out _)).ToList())
            {
                _pacers.Remove(key);
            }

            pacer = new AdaptiveRateLimiter(rate, clock);
            _pacers[(account, region)] = new WeakReference<AdaptiveRateLimiter>(pacer);
            return pacer;
        }
    }
}
