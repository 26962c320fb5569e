using System.Runtime.CompilerServices;
using DxJobs.Exporter.Api;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Api;

public sealed class RateLimiterRegistryTests
{
    private readonly RateLimiterRegistry _registry = new(new FakeTimeProvider());

    [Fact]
    public void Targets_of_one_account_and_region_share_a_pacer() =>
        Assert.Same(_registry.For("123456789012", "us-east-1", 5), _registry.For("123456789012", "us-east-1", 5));

    [Theory]
    [InlineData("123456789012", "eu-west-1")]
    [InlineData("210987654321", "us-east-1")]
    public void Others_do_not(string account, string region)
    {
        var first = _registry.For("123456789012", "us-east-1", 5);

        Assert.NotSame(first, _registry.For(account, region, 5));
    }

    [Fact]
    public void Another_rate_is_in_force_for_all_that_share_it_and_what_throttling_taught_is_not_forgotten()
    {
        var pacer = _registry.For("123456789012", "us-east-1", 8);
        pacer.Throttled();

        Assert.Same(pacer, _registry.For("123456789012", "us-east-1", 16));
        Assert.Equal(16, pacer.Rate);
        Assert.Equal(8, pacer.CurrentRate, 6);
    }

    [Fact]
    public void A_pacer_that_nobody_holds_goes_away()
    {
        var held = TakeAndDrop();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(held.TryGetTarget(out _));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<AdaptiveRateLimiter> TakeAndDrop() => new(_registry.For("123456789012", "us-east-1", 5));
}
