using DxJobs.Exporter.Polling;

namespace DxJobs.Exporter.Tests.Polling;

public class PollConcurrencyLimiterTests
{
    [Fact]
    public async Task Gives_out_as_many_as_there_are_in_the_order_of_asking()
    {
        var slots = new PollConcurrencyLimiter(() => 2);
        var first = await slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        var second = await slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        var third = slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        var fourth = slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        Assert.False(third.IsCompleted);

        second.Dispose();
        await third;
        Assert.False(fourth.IsCompleted);

        first.Dispose();
        await fourth;
    }

    [Fact]
    public async Task Giving_back_twice_gives_back_once()
    {
        var slots = new PollConcurrencyLimiter(() => 1);
        var first = await slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        first.Dispose();
        first.Dispose();
        await slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);

        Assert.False(slots.TakeAsync(slow: false, TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task One_who_no_longer_waits_takes_no_place()
    {
        var slots = new PollConcurrencyLimiter(() => 1);
        var first = await slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        using var impatience = new CancellationTokenSource();
        var second = slots.TakeAsync(slow: false, impatience.Token);
        var third = slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        await third;
    }

    [Fact]
    public async Task A_greater_number_takes_effect_when_the_next_one_asks()
    {
        var capacity = 1;
        var slots = new PollConcurrencyLimiter(() => capacity);
        await slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        var second = slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        capacity = 3;
        var third = slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);

        await second;
        await third;
    }

    [Fact]
    public async Task Slow_ones_have_half_of_the_places_and_the_others_pass_them()
    {
        var slots = new PollConcurrencyLimiter(() => 4);
        var slow = Enumerable.Range(0, 3).Select(_ => slots.TakeAsync(slow: true, TestContext.Current.CancellationToken)).ToList();
        var others = Enumerable.Range(0, 3).Select(_ => slots.TakeAsync(slow: false, TestContext.Current.CancellationToken)).ToList();
        Assert.Equal([true, true, false], slow.Select(s => s.IsCompleted));
        Assert.Equal([true, true, false], others.Select(s => s.IsCompleted));

        (await others[0]).Dispose();
        await others[2];
        Assert.False(slow[2].IsCompleted);

        (await slow[0]).Dispose();
        await slow[2];
    }

    [Fact]
    public async Task The_only_place_is_for_slow_ones_too()
    {
        var slots = new PollConcurrencyLimiter(() => 1);
        var slow = await slots.TakeAsync(slow: true, TestContext.Current.CancellationToken);
        var other = slots.TakeAsync(slow: false, TestContext.Current.CancellationToken);
        Assert.False(other.IsCompleted);

        slow.Dispose();
        await other;
    }

    [Fact]
    public async Task A_slow_one_who_no_longer_waits_leaves_the_half_to_the_others()
    {
        var slots = new PollConcurrencyLimiter(() => 2);
        using var impatience = new CancellationTokenSource();
        var first = await slots.TakeAsync(slow: true, TestContext.Current.CancellationToken);
        var second = slots.TakeAsync(slow: true, impatience.Token);
        var third = slots.TakeAsync(slow: true, TestContext.Current.CancellationToken);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);

        first.Dispose();
        await third;
    }
}
