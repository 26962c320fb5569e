using System.Collections.Concurrent;

namespace DxJobs.Exporter.Targets;

/// <summary>One pacer for each account and region, shared by all targets in it.</summary>
internal sealed class PacerRegistry(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Account, string Region, double Rate), RequestPacer> _pacers = new();

    /// <summary>The pacer of an account and region.</summary>
    /// <param name="account">The account id; while that is not known, whatever tells one target's credentials from another's.</param>
    /// <param name="region">The region.</param>
    /// <param name="rate">Requests a second; after a reload with another rate there is another pacer.</param>
    public RequestPacer For(string account, string region, double rate) =>
        _pacers.GetOrAdd((account, region, rate), key => new RequestPacer(key.Rate, clock));
}
