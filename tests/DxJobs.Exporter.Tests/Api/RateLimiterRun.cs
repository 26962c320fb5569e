using DxJobs.Exporter.Api;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Api;

/// <summary>What happens to a pacer in a property test.</summary>
internal enum PacerAction
{
    /// <summary>Somebody comes and waits.</summary>
    Wait,

    /// <summary>One of those who wait gives up.</summary>
    GiveUp,

    /// <summary>Some milliseconds pass.</summary>
    Advance,
}

/// <summary>One thing that happens; the size says how long, or to whom.</summary>
internal readonly record struct PacerStep(PacerAction Action, int Size);

/// <summary>A pacer, those who wait for it, and when each of them was let through.</summary>
internal sealed class RateLimiterRun(double rate)
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<(Task Task, CancellationTokenSource Patience)> _queue = [];
    private readonly List<(Task Task, CancellationTokenSource Patience)> _gaveUp = [];
    private readonly List<Task> _through = [];
    private readonly List<double> _grants = [];
    private AdaptiveRateLimiter? _pacer;

    public int Waiting => Pacer.Waiting;

    private AdaptiveRateLimiter Pacer => _pacer ??= new AdaptiveRateLimiter(rate, _clock);

    private double Now => (_clock.GetUtcNow() - _clock.Start).TotalSeconds;

    public void Do(PacerStep step)
    {
        switch (step.Action)
        {
            case PacerAction.Wait:
                var patience = new CancellationTokenSource();
                _queue.Add((Pacer.WaitAsync(patience.Token), patience));
                break;
            case PacerAction.GiveUp when _queue.Count > 0:
                var who = _queue[step.Size % _queue.Count];
                who.Patience.Cancel();
                _queue.Remove(who);
                _gaveUp.Add(who);
                break;
            case PacerAction.Advance:
                // By the millisecond, as timers count: then the moment of each grant is known.
                for (var passed = 0; passed < step.Size; passed++)
                {
                    _clock.Advance(TimeSpan.FromMilliseconds(1));
                    Account();
                }

                break;
        }

        Account();
    }

    /// <summary>Lets time pass until nobody waits any more, and says how much that was.</summary>
    public async Task<TimeSpan> FinishAsync()
    {
        var start = _clock.GetUtcNow();
        while (Waiting > 0)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            Account();
        }

        await Task.WhenAll(_through).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        foreach (var (task, patience) in _gaveUp)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            patience.Dispose();
        }

        return _clock.GetUtcNow() - start;
    }

    public void AssertNoWindowIsOverfull()
    {
        for (var first = 0; first < _grants.Count; first++)
        {
            for (var last = first; last < _grants.Count; last++)
            {
                var allowed = (rate * (_grants[last] - _grants[first])) + AdaptiveRateLimiter.BurstAt(rate);
                Assert.True(last - first + 1 <= allowed + 1e-6, $"{last - first + 1} in {_grants[last] - _grants[first]} s at {rate}/s");
            }
        }
    }

    /// <summary>Takes note of who is through. The pacer says how many still wait; first come, first served says that they are the last ones.</summary>
    private void Account()
    {
        while (_queue.Count > Waiting)
        {
            _grants.Add(Now);
            _through.Add(_queue[0].Task);
            _queue.RemoveAt(0);
        }

        Assert.All(_queue, waiter => Assert.False(waiter.Task.IsCompleted));
    }
}
