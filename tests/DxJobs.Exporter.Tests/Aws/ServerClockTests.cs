using DxJobs.Exporter.Aws;
using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Aws;

public sealed class ServerClockTests
{
    private static readonly DateTimeOffset AtAws = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SettableClock _host = new(AtAws.AddYears(-3));

    [Fact]
    public void Is_the_hosts_until_an_answer_has_been_seen() => Assert.Equal(_host.GetUtcNow(), new ServerClock(_host).Now);

    [Fact]
    public void Goes_on_from_the_last_answer_whatever_the_host_is_set_to()
    {
        var clock = new ServerClock(_host);
        clock.Observe(AtAws);
        _host.SetBy(TimeSpan.FromDays(1_000));
        _host.Advance(TimeSpan.FromMinutes(5));
        _host.SetBy(TimeSpan.FromDays(-2_000));

        Assert.Equal(AtAws.AddMinutes(5), clock.Now);
    }
}
