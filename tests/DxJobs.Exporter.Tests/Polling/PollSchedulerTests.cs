using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Polling;
using DxJobs.Testing;
using DxJobs.Testing.Model;
using Microsoft.Extensions.Logging.Abstractions;

namespace DxJobs.Exporter.Tests.Polling;

public class PollSchedulerTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly SettableClock _clock = new(Gens.Start);
    private readonly PollingHeartbeat _heartbeat;

    public PollSchedulerTests() => _heartbeat = new PollingHeartbeat(_clock);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_interval_counts_at_once()
    {
        await using var simulator = await StartAsync(Hour);
        await using var scheduler = Schedule(simulator);
        await scheduler.SetTargetsAsync([simulator.Target]);
        Assert.Equal(Hour, await NextWaitAsync());

        simulator.Options = WithInterval(simulator.Options, TimeSpan.FromMinutes(2));
        await scheduler.SetTargetsAsync([simulator.Target]);

        Assert.Equal(TimeSpan.FromMinutes(2), await NextWaitAsync());
        Assert.Equal(1, simulator.Requests("ListJobs"));
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(-1)]
    [InlineData(400)]
    public async Task When_the_time_of_day_is_set_polls_go_on_at_their_interval(int days)
    {
        await using var simulator = await StartAsync(Hour);
        await using var scheduler = Schedule(simulator);
        await scheduler.SetTargetsAsync([simulator.Target]);
        await NextWaitAsync();

        _clock.SetBy(TimeSpan.FromDays(days));
        for (var poll = 0; poll < 3; poll++)
        {
            _clock.Advance(Hour);
            Assert.Equal(Hour, await NextWaitAsync());
        }

        Assert.True(simulator.Status.Up);
    }

    [Fact]
    public async Task Whatever_a_poll_is_cut_short_with_when_its_target_leaves_the_reload_goes_on()
    {
        await using var simulator = await StartAsync(Hour);
        using var began = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        await using var scheduler = Schedule(simulator, simulator.NewPoller(() =>
        {
            began.Release();
            goOn.Wait(Test);
            throw new InvalidOperationException("broke while it was cut short");
        }));
        await scheduler.SetTargetsAsync([simulator.Target]);
        await began.WaitAsync(Test);

        var leaving = scheduler.SetTargetsAsync([]);
        goOn.Release();
        await leaving;

        Assert.Empty(simulator.Board.Targets);
    }

    [Fact]
    public async Task A_poll_that_ends_in_a_way_nobody_foresaw_is_not_the_last()
    {
        await using var simulator = await StartAsync(Hour);
        var polls = 0;
        await using var scheduler = Schedule(
            simulator, simulator.NewPoller(() => polls++ == 0 ? throw new InvalidOperationException("a mistake of ours") : simulator.Options));
        await scheduler.SetTargetsAsync([simulator.Target]);
        await NextWaitAsync();
        _clock.Advance(Hour);
        await NextWaitAsync();

        Assert.True(simulator.Status.Up);
    }

    [Fact]
    public async Task Time_without_targets_is_not_counted_as_a_stall()
    {
        await using var simulator = await StartAsync(Hour);
        await using var scheduler = Schedule(simulator);
        await scheduler.SetTargetsAsync([]);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True(_heartbeat.Stalled(Hour));

        await scheduler.SetTargetsAsync([simulator.Target]);

        Assert.False(_heartbeat.Stalled(Hour));
    }

    private static ExporterOptions WithInterval(ExporterOptions options, TimeSpan interval) => options with { Poll = options.Poll with { Interval = interval } };

    private async Task<PolledSimulator> StartAsync(TimeSpan interval)
    {
        var simulator = await PolledSimulator.StartAsync(jobs: 10, clock: _clock);
        simulator.Options = WithInterval(simulator.Options, interval);
        return simulator;
    }

    private PollScheduler Schedule(PolledSimulator simulator, TargetPoller? poller = null) => new(
        _ => poller ?? simulator.NewPoller(),
        simulator.Board,
        simulator.Metrics,
        _heartbeat,
        () => simulator.Options,
        _clock,
        NullLogger<PollScheduler>.Instance);

    /// <summary>What the target waits for its next turn; other timers are of a poll's time and shorter, or are not set yet.</summary>
    private async Task<TimeSpan> NextWaitAsync()
    {
        while (true)
        {
            var timer = await _clock.Timers.ReadAsync(Test);
            if (timer > TimeSpan.FromSeconds(60))
            {
                return timer;
            }
        }
    }
}
