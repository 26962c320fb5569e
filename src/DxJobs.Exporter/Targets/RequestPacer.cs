namespace DxJobs.Exporter.Targets;

/// <summary>
/// Keeps the requests of one account and region under a rate, whoever makes them, first come, first served. When AWS throttles, the
/// rate is halved; it comes back in equal steps, all of it within about a minute of requests that succeed.
/// </summary>
/// <param name="rate">Requests a second, 0.1 to 1000.</param>
/// <param name="clock">The time.</param>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle holds nothing to dispose of.
internal sealed class RequestPacer(double rate, TimeProvider clock)
#pragma warning restore CA1001
{
    /// <summary>However often AWS throttles, so much of the rate is left.</summary>
    private const double Floor = 1.0 / 50;

    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private double _share = 1;
    private double _tokens = Math.Max(1, rate);
    private long _filledAt = clock.GetTimestamp();
    private long _changedAt = clock.GetTimestamp();

    /// <summary>Requests a second allowed now.</summary>
    public double CurrentRate
    {
        get
        {
            lock (_lock)
            {
                return rate * _share;
            }
        }
    }

    /// <summary>Waits for the turn to make one request. One who gives up waiting has used nothing up.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            while (TakeToken() is { } wait)
            {
                await Task.Delay(wait, clock, cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>AWS throttled a request.</summary>
    public void Throttled()
    {
        lock (_lock)
        {
            Fill();
            _share = Math.Max(Floor, _share / 2);
            _tokens = Math.Min(_tokens, 1);
            _changedAt = clock.GetTimestamp();
        }
    }

    /// <summary>A request succeeded.</summary>
    public void Succeeded()
    {
        lock (_lock)
        {
            Fill();
            _share = Math.Min(1, _share + (clock.GetElapsedTime(_changedAt) / Recovery));
            _changedAt = clock.GetTimestamp();
        }
    }

    /// <summary>Takes a token; else says how long to wait for the next.</summary>
    private TimeSpan? TakeToken()
    {
        lock (_lock)
        {
            Fill();
            if (_tokens >= 1)
            {
                _tokens--;
                return null;
            }

            // A timer that fires a hair early would find the token not quite there.
            return TimeSpan.FromSeconds((1 - _tokens) / (rate * _share)) + TimeSpan.FromMilliseconds(1);
        }
    }

    private void Fill()
    {
        var now = clock.GetTimestamp();
        _tokens = Math.Min(Math.Max(1, rate * _share), _tokens + (clock.GetElapsedTime(_filledAt, now).TotalSeconds * rate * _share));
        _filledAt = now;
    }
}
