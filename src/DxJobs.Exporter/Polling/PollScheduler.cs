using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Snapshots;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Web.Health;

namespace DxJobs.Exporter.Polling;

/// <summary>
/// Keeps one loop a target: polls at once, then at the target's turn in every interval, as many at a time as configured.
/// On a reload the targets that stay keep their loop, their ledger and their counters.
/// </summary>
internal sealed class PollScheduler(
    Func<Target, TargetPoller> pollerOf,
    StatusBoard board,
    PollMetrics metrics,
    PollingHeartbeat heartbeat,
    Func<ExporterOptions> options,
    TimeProvider clock,
    ILogger<PollScheduler> logger)
    : IAsyncDisposable
{
    private readonly Dictionary<Target, Loop> _loops = [];
    private readonly PollSlots _slots = new(() => options().Poll.MaxConcurrentTargets);
    private readonly DateTimeOffset _origin = clock.GetUtcNow();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Polls these targets from now on, and no others. Not to be called twice at a time.</summary>
    public async Task SetTargetsAsync(IReadOnlyList<Target> targets)
    {
        var wanted = targets.ToHashSet();
        foreach (var gone in _loops.Keys.Where(target => !wanted.Contains(target)).ToList())
        {
            _loops.Remove(gone, out var loop);
            await loop!.StopAsync();
            board.Remove(gone);
            metrics.Forget(gone);
        }

        foreach (var target in targets.Where(target => !_loops.ContainsKey(target)))
        {
            // On the board from the start: dxjobs_target_up is 0 until a poll has succeeded.
            board.Post(new TargetStatus { Target = target });
            metrics.Introduce(target);
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
            using var poller = scheduler.PollerOf(target);
            try
            {
                while (true)
                {
                    var startedAt = await PollOnceAsync(poller);
                    var now = scheduler.Now;
                    var next = PollSchedule.Next(scheduler._origin, Place, scheduler.Interval, startedAt, now);
                    await Task.Delay(next - now, scheduler.Clock, _gone.Token);
                }
            }
            catch (OperationCanceledException) when (_gone.IsCancellationRequested)
            {
                // The target has left, or the exporter stops.
            }
        }

        private async Task<DateTimeOffset> PollOnceAsync(TargetPoller poller)
        {
            using (await scheduler._slots.TakeAsync(_gone.Token))
            {
                var startedAt = scheduler.Now;
                try
                {
                    await poller.PollAsync(_gone.Token);
                }
                catch (Exception e) when (!_gone.IsCancellationRequested)
                {
                    PollLog.Unforeseen(scheduler.Logger, target, e);
                }

                scheduler.Beat();
                return startedAt;
            }
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private void Beat() => heartbeat.Beat(Now);

    private TimeProvider Clock => clock;

    private TimeSpan Interval => options().Poll.Interval;

    private ILogger Logger => logger;

    private TargetPoller PollerOf(Target target) => pollerOf(target);
}
