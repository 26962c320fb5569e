using CsCheck;
using DxJobs.Exporter.Api;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Api;

public sealed class AdaptiveRateLimiterTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public void A_quiet_second_may_be_caught_up_on_and_no_more()
    {
        var pacer = new AdaptiveRateLimiter(5, _clock);

        var waits = Enumerable.Range(0, 20).Select(_ => pacer.WaitAsync(Test)).ToList();

        Assert.Equal(5, waits.Count(wait => wait.IsCompletedSuccessfully));
        Assert.Equal(15, pacer.Waiting);
    }

    [Fact]
    public void A_rate_below_one_a_second_lets_the_first_through_and_the_next_wait()
    {
        var pacer = new AdaptiveRateLimiter(0.1, _clock);
        Assert.True(pacer.WaitAsync(Test).IsCompletedSuccessfully);
        _ = pacer.WaitAsync(Test);

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(1, pacer.Waiting);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(0, pacer.Waiting);
    }

    /// <summary>Random arrivals, cancellations and pauses: no window of time ever sees more requests than its length allows and one burst.</summary>
    [Fact]
    public async Task Never_more_than_the_rate_and_one_burst_in_any_window_and_first_come_first_served() =>
        await Gen.Select(Gen.Double[0.5, 60], Step.Array[1, 40]).SampleAsync(async (rate, steps) =>
        {
            var run = new RateLimiterRun(rate);
            foreach (var step in steps)
            {
                run.Do(step);
            }

            await run.FinishAsync();
            run.AssertNoWindowIsOverfull();
        }, iter: 100, threads: 1);

    /// <summary>A token that a cancelled one was about to get goes to the next: the rest is through as soon as the rate allows.</summary>
    [Fact]
    public async Task Who_gives_up_loses_neither_the_others_place_nor_their_token() =>
        await Gen.Select(Gen.Double[0.5, 60], Gen.Int[1, 60], Gen.Int[0, 1000].Array[60]).SampleAsync(async (rate, count, luck) =>
        {
            var run = new RateLimiterRun(rate);
            for (var i = 0; i < count; i++)
            {
                run.Do(new PacerStep(PacerAction.Wait, 0));
            }

            var left = run.Waiting;
            for (var i = 0; i < count; i++)
            {
                if (luck[i] < 400 && run.Waiting > 0)
                {
                    run.Do(new PacerStep(PacerAction.GiveUp, luck[i]));
                    left--;
                }
            }

            Assert.Equal(left, run.Waiting);
            var elapsed = await run.FinishAsync();
            Assert.InRange(elapsed.TotalSeconds, 0, (left / rate) + 0.05);
        }, iter: 100, threads: 1);

    [Fact]
    public async Task One_who_was_cancelled_before_waits_for_nothing_and_takes_nothing()
    {
        var pacer = new AdaptiveRateLimiter(1, _clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pacer.WaitAsync(new CancellationToken(canceled: true)));

        Assert.True(pacer.WaitAsync(Test).IsCompletedSuccessfully);
    }

    [Fact]
    public void Throttling_halves_the_rate_once_a_second_down_to_a_fiftieth()
    {
        var pacer = new AdaptiveRateLimiter(8, _clock);

        pacer.Throttled();
        pacer.Throttled();
        Assert.Equal(4, pacer.CurrentRate, 6);

        _clock.Advance(TimeSpan.FromSeconds(1));
        pacer.Throttled();
        Assert.Equal(2, pacer.CurrentRate, 6);

        for (var i = 0; i < 20; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            pacer.Throttled();
        }

        Assert.Equal(8.0 / 50, pacer.CurrentRate, 6);
    }

    [Fact]
    public void Answers_between_throttlings_do_not_keep_the_rate_up()
    {
        var pacer = new AdaptiveRateLimiter(8, _clock);
        for (var i = 0; i < 40; i++)
        {
            pacer.Throttled();
            _clock.Advance(TimeSpan.FromSeconds(0.25));
            pacer.Succeeded();
        }

        Assert.InRange(pacer.CurrentRate, 8.0 / 50, 1);
    }

    [Fact]
    public void What_was_saved_up_is_gone_after_throttling()
    {
        var pacer = new AdaptiveRateLimiter(10, _clock);
        pacer.Throttled();

        _ = pacer.WaitAsync(Test);
        Assert.Equal(1, pacer.Waiting);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal(0, pacer.Waiting);
    }

    [Fact]
    public void A_minute_of_answers_brings_the_rate_back_in_equal_steps()
    {
        var pacer = new AdaptiveRateLimiter(10, _clock);
        for (var i = 0; i < 10; i++)
        {
            pacer.Throttled();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(0.2, pacer.CurrentRate, 6);
        var steps = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var before = pacer.CurrentRate;
            pacer.Succeeded();
            steps.Add(pacer.CurrentRate - before);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(10, pacer.CurrentRate, 6);
        Assert.All(steps.Take(50), step => Assert.Equal(10.0 / 60, step, 3));
    }

    [Fact]
    public void Another_rate_is_in_force_for_those_who_wait_already()
    {
        var pacer = new AdaptiveRateLimiter(0.1, _clock);
        for (var i = 0; i < 10; i++)
        {
            _ = pacer.WaitAsync(Test);
        }

        pacer.Rate = 100;
        _clock.Advance(TimeSpan.FromMilliseconds(120));

        Assert.Equal(0, pacer.Waiting);
        Assert.Equal(100, pacer.CurrentRate, 6);
    }

    private static Gen<PacerStep> Step => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 300], (kind, size) => kind switch
    {
        < 5 => new PacerStep(PacerAction.Wait, size),
        < 6 => new PacerStep(PacerAction.GiveUp, size),
        _ => new PacerStep(PacerAction.Advance, size),
    });
}
