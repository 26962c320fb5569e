namespace DxJobs.Exporter.Api;

/// <summary>
/// A token bucket in front of the API of one account and region. Waiting is first come, first served, and whoever stops waiting leaves
/// the place and the token to the next. When AWS throttles, the rate halves (at most once a second, since one squeeze is reported by many
/// calls); while AWS answers, it grows back steadily and is whole again after a minute.
/// </summary>
#pragma warning disable CA1001 // A timer that is not set holds nothing, and one that is keeps its waiters' pacer alive.
internal sealed class AdaptiveRateLimiter
#pragma warning restore CA1001
{
    private const double MaxBurst = 100;
    private const double MinRateFraction = 1.0 / 50;
    private const double Epsilon = 1e-9;
    private static readonly TimeSpan RecoveryTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BackoffCooldown = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private const double BackgroundShare = 1.0 / 5;

    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private AdaptiveRateLimiter? _background;
    private double _rate;
    private double _current;
    private double _tokens;
    private long _refilledAt;
    private long _backedOffAt;
    private long _recoveredAt;

    /// <summary>With a full bucket.</summary>
    /// <param name="rate">Requests a second, over 0.</param>
    /// <param name="clock">Measures the seconds.</param>
    public AdaptiveRateLimiter(double rate, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        _clock = clock;
        _rate = _current = rate;
        _tokens = BurstAt(rate);
        _refilledAt = _backedOffAt = _recoveredAt = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => Dispense(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Requests a second as configured. Can be changed while requests wait.</summary>
    public double Rate
    {
        get
        {
            lock (_gate)
            {
                return _rate;
            }
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            lock (_gate)
            {
                if (value == _rate)
                {
                    return;
                }

                Refill();
                _current = Math.Clamp(_current * value / _rate, value * MinRateFraction, value);
                _rate = value;
                _tokens = Math.Min(_tokens, BurstAt(value));
            }

            Dispense();
        }
    }

    /// <summary>Turns for a fifth of the requests: those in the background wait here first, and then with all others.</summary>
    public AdaptiveRateLimiter Background
    {
        get
        {
            lock (_gate)
            {
                _background ??= new AdaptiveRateLimiter(_rate * BackgroundShare, _clock);
                _background.Rate = _rate * BackgroundShare;
                return _background;
            }
        }
    }

    /// <summary>Requests a second just now: <see cref="Rate"/>, or less after throttling.</summary>
    public double CurrentRate
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>Requests that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Requests that may follow each other at once after a quiet time: a second's worth, from 1 to 100.</summary>
    public static double BurstAt(double rate) => Math.Clamp(rate, 1, MaxBurst);

    /// <summary>Completes when a request may be sent. Each completion is for one request.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled while it waited; no token is lost by that.</exception>
    public Task WaitAsync(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellation);
        }

        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
        {
            Refill();
            if (_waiting.Count == 0 && TryTake())
            {
                return Task.CompletedTask;
            }

            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_waiting.Count == 1)
            {
                SetTimer();
            }
        }

        return WaitInPlaceAsync(place, cancellation);
    }

    /// <summary>Tells that AWS asked for fewer requests.</summary>
    public void Throttled()
    {
        lock (_gate)
        {
            Refill();
            var now = _clock.GetTimestamp();
            if (_current >= _rate || _clock.GetElapsedTime(_backedOffAt, now) >= BackoffCooldown)
            {
                _current = Math.Max(_current / 2, _rate * MinRateFraction);
                _backedOffAt = now;
            }

            _recoveredAt = now;

            // What was saved up in quiet times was saved at a rate that turned out to be too high.
            _tokens = Math.Min(_tokens, 0);
            SetTimer();
        }
    }

    /// <summary>Tells that AWS answered.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            if (_current >= _rate)
            {
                return;
            }

            Refill();
            var now = _clock.GetTimestamp();
            _current = Math.Min(_rate, _current + (_rate * (_clock.GetElapsedTime(_recoveredAt, now) / RecoveryTime)));
            _recoveredAt = now;
            SetTimer();
        }
    }

    private async Task WaitInPlaceAsync(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellation)
    {
        using var registration = cancellation.UnsafeRegister(_ => GiveUp(place, cancellation), null);
        await place.Value.Task;
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (place.List is null)
            {
                // The token was handed over in the same moment; its owner goes on and meets the cancellation in the request itself.
                return;
            }

            _waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellation);
    }

    private void Dispense()
    {
        lock (_gate)
        {
            Refill();
            while (_waiting.First is { } first && TryTake())
            {
                _waiting.RemoveFirst();
                first.Value.TrySetResult();
            }

            SetTimer();
        }
    }

    private bool TryTake()
    {
        if (_tokens < 1 - Epsilon)
        {
            return false;
        }

        _tokens -= 1;
        return true;
    }

    private void Refill()
    {
        var now = _clock.GetTimestamp();
        _tokens = Math.Min(BurstAt(_current), _tokens + (_clock.GetElapsedTime(_refilledAt, now).TotalSeconds * _current));
        _refilledAt = now;
    }

    private void SetTimer()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        // Timers count whole milliseconds: rounded up, or one would fire too early and again at once.
        var wait = Math.Max(1, Math.Ceiling((1 - _tokens) / _current * 1000));
        _timer.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
    }
}
