using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Polling;

/// <summary>
/// Keeps one loop a target: polls at once, then at the target's turn in every interval, as many at a time as configured.
/// On a reload the targets that stay keep their loop, their ledger and their counters, and a new interval counts at once.
/// </summary>
internal sealed class PollScheduler(
    Func<Target, TargetPoller> pollerOf,
    StatusBoard board,
    IPollObserver observer,
    PollingHeartbeat heartbeat,
    Func<ExporterOptions> options,
    TimeProvider clock,
    ILogger<PollScheduler> logger)
    : IAsyncDisposable
{
    private readonly Dictionary<Target, Loop> _loops = [];
    private readonly PollConcurrencyLimiter _slots = new(() => options().Poll.MaxConcurrentTargets);
    private readonly long _origin = clock.GetTimestamp();
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Polls these targets from now on, and no others. Not to be called twice at a time.</summary>
    public async Task SetTargetsAsync(IReadOnlyList<Target> targets)
    {
        var wanted = targets.ToHashSet();
        var gone = _loops.Where(loop => !wanted.Contains(loop.Key)).Select(loop => loop.Value).ToList();
        await Task.WhenAll(gone.Select(loop => loop.StopAsync()));
        foreach (var target in gone.Select(loop => loop.Target))
        {
            _loops.Remove(target);
            board.Remove(target);
            observer.Forget(target);
        }

        if (_loops.Count == 0)
        {
            // The time without targets does not count as a stall.
            heartbeat.Beat();
        }

        foreach (var target in targets.Where(target => !_loops.ContainsKey(target)))
        {
            // On the board from the start: dxjobs_target_up is 0 until a poll has succeeded.
            board.Post(new TargetStatus { Target = target });
            observer.Introduce(target);
            _loops.Add(target, new Loop(this, target));
        }

        // Places are dealt out anew, so that they stay evenly spread.
        var order = _loops.Values.OrderBy(loop => loop.Target.Name, StringComparer.Ordinal).ThenBy(loop => loop.Target.Region, StringComparer.Ordinal);
        foreach (var (place, loop) in order.Index())
        {
            loop.Place = (double)place / _loops.Count;
        }

        foreach (var loop in _loops.Values)
        {
            loop.Start();
        }

        // Those that wait for a turn reckon it anew.
        Interlocked.Exchange(ref _changed, NewSignal()).SetResult();
    }

    /// <summary>Stops all polls and waits for their end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync();
            await Task.WhenAll(_loops.Values.Select(loop => loop.StopAsync()));
            _stopping.Dispose();
        }
    }

    /// <summary>One target's loop.</summary>
    private sealed class Loop(PollScheduler scheduler, Target target)
    {
        private readonly CancellationTokenSource _gone = CancellationTokenSource.CreateLinkedTokenSource(scheduler._stopping.Token);
        private static readonly TimeSpan RestartDelay = TimeSpan.FromSeconds(5);

        private Task? _running;
        private double _place;

        public Target Target => target;

        public double Place
        {
            get => Volatile.Read(ref _place);
            set => Volatile.Write(ref _place, value);
        }

        public void Start() => _running ??= Task.Run(RunAsync);

        public async Task StopAsync()
        {
            await _gone.CancelAsync();
            await (_running ?? Task.CompletedTask);
            _gone.Dispose();
        }

        private async Task RunAsync()
        {
            while (!_gone.IsCancellationRequested)
            {
                try
                {
                    using var poller = scheduler.PollerOf(target);
                    while (true)
                    {
                        var startedAt = await PollOnceAsync(poller);
                        if (!poller.ContinuesAtOnce)
                        {
                            await WaitForTurnAsync(poller, startedAt);
                        }
                    }
                }
                catch (Exception) when (_gone.IsCancellationRequested)
                {
                    // The target has left, or the exporter stops.
                }
                catch (Exception e)
                {
                    // The loop of a target never ends by itself: it begins again.
                    PollLog.Unforeseen(scheduler.Logger, target, e);
                    await Task.Delay(RestartDelay, scheduler.Clock, _gone.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                }
            }
        }

        private async Task<TimeSpan> PollOnceAsync(TargetPoller poller)
        {
            using (await scheduler._slots.TakeAsync(scheduler.WasSlow(target), _gone.Token))
            {
                var startedAt = scheduler.Now;
                try
                {
                    await poller.PollAsync(_gone.Token);
                }
                catch (Exception) when (_gone.IsCancellationRequested)
                {
                    // Whatever the poll was cut short with: nobody wants to know any more.
                    _gone.Token.ThrowIfCancellationRequested();
                }
                catch (Exception e)
                {
                    PollLog.Unforeseen(scheduler.Logger, target, e);
                }

                scheduler.Beat();
                return startedAt;
            }
        }

        private async Task WaitForTurnAsync(TargetPoller poller, TimeSpan lastStart)
        {
            while (true)
            {
                var changed = scheduler.Changed;
                using var wait = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
                var now = scheduler.Now;
                var turn = Task.Delay(PollSchedule.Next(Place, scheduler.Interval, lastStart, now) - now, scheduler.Clock, wait.Token);
                var over = Task.WhenAny(turn, changed);
                while (poller.NextResyncPageAsync(_gone.Token) is { } page && await Task.WhenAny(over, page) == page)
                {
                    await poller.AcceptResyncPageAsync(_gone.Token);
                }

                if (await over == turn)
                {
                    await turn;
                    return;
                }

                await wait.CancelAsync();
            }
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(_origin);

    /// <summary>Ends when the configuration has changed since, and with it perhaps the turns.</summary>
    private Task Changed => Volatile.Read(ref _changed).Task;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Beat() => heartbeat.Beat();

    private TimeProvider Clock => clock;

    private TimeSpan Interval => options().Poll.Interval;

    private ILogger Logger => logger;

    private TargetPoller PollerOf(Target target) => pollerOf(target);

    /// <summary>A target whose last poll took most of its time is likely to do so again.</summary>
    private bool WasSlow(Target target) => board.Find(target)?.LastPoll is { } last && last.Duration > options().Poll.Timeout / 2;
}
