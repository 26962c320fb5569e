using DxJobs.Exporter.Polling;

namespace DxJobs.Exporter.Tests.Polling;

public class PollSlotsTests
{
    [Fact]
    public async Task Gives_out_as_many_as_there_are_in_the_order_of_asking()
    {
        var slots = new PollSlots(() => 2);
        var first = await slots.TakeAsync(TestContext.Current.CancellationToken);
        var second = await slots.TakeAsync(TestContext.Current.CancellationToken);
        var third = slots.TakeAsync(TestContext.Current.CancellationToken);
        var fourth = slots.TakeAsync(TestContext.Current.CancellationToken);
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
        var slots = new PollSlots(() => 1);
        var first = await slots.TakeAsync(TestContext.Current.CancellationToken);
        first.Dispose();
        first.Dispose();
        await slots.TakeAsync(TestContext.Current.CancellationToken);

        Assert.False(slots.TakeAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task One_who_no_longer_waits_takes_no_place()
    {
        var slots = new PollSlots(() => 1);
        var first = await slots.TakeAsync(TestContext.Current.CancellationToken);
        using var impatience = new CancellationTokenSource();
        var second = slots.TakeAsync(impatience.Token);
        var third = slots.TakeAsync(TestContext.Current.CancellationToken);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        await third;
    }

    [Fact]
    public async Task A_greater_number_takes_effect_when_the_next_one_asks()
    {
        var capacity = 1;
        var slots = new PollSlots(() => capacity);
        await slots.TakeAsync(TestContext.Current.CancellationToken);
        var second = slots.TakeAsync(TestContext.Current.CancellationToken);
        capacity = 3;
        var third = slots.TakeAsync(TestContext.Current.CancellationToken);

        await second;
        await third;
    }
}
