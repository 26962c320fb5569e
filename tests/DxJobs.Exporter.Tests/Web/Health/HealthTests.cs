using System.Net;
using System.Net.Sockets;
using DxJobs.Core.Snapshots;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Web.Health;
using DxJobs.Testing;
using DxJobs.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Web.Health;

public sealed class HealthTests
{
    private readonly FakeTimeProvider _time = new(SampleBoard.Now);

    [Fact]
    public async Task Is_healthy_until_polling_stalls_and_again_after_a_beat()
    {
        await using var server = await WebServer.StartAsync(SampleBoard.Of(SampleBoard.Up("one")), time: _time);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await GetAsync(server, "/healthz"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "polling has stalled: no poll has ended for 3 min 1 s, and one should every 1 min\n"), await GetAsync(server, "/healthz"));
        server.Heartbeat.Beat();
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await GetAsync(server, "/healthz"));
    }

    [Fact]
    public async Task Without_targets_there_is_nothing_to_stall()
    {
        var board = SampleBoard.Of();
        await using var server = await WebServer.StartAsync(board, time: _time);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, "/healthz")).Status);
        Assert.Equal(TimeSpan.FromDays(1), server.Heartbeat.TimeSinceLastPoll);
        server.Heartbeat.Beat(); // as the scheduler does with the first target
        board.Post(SampleBoard.Pending("from a reload"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, "/healthz")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(server, "/readyz")).Status);
    }

    [Fact]
    public async Task Is_ready_when_every_first_poll_has_ended_well_or_badly()
    {
        var board = SampleBoard.Of(SampleBoard.Up("one"), SampleBoard.Pending("two"));
        await using var server = await WebServer.StartAsync(board, time: _time);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "waiting for the first poll of: two/us-east-1\n"), await GetAsync(server, "/readyz"));
        board.Post(SampleBoard.Failed(SampleBoard.Pending("two")));
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await GetAsync(server, "/readyz"));
    }

    [Theory]
    [InlineData("1s", "2m")]
    [InlineData("40s", "2m")]
    [InlineData("1m", "3m")]
    public void Patience_is_three_intervals_and_at_least_two_minutes(string interval, string patience) =>
        Assert.Equal(PrometheusDuration.Parse(patience), PollingHeartbeat.Patience(PrometheusDuration.Parse(interval)));

    [Fact]
    public void A_clock_that_is_set_is_no_stall_and_hides_none()
    {
        var clock = new SettableClock(SampleBoard.Now);
        var heartbeat = new PollingHeartbeat(clock);
        clock.SetBy(TimeSpan.FromDays(2));
        Assert.False(heartbeat.Stalled(TimeSpan.FromMinutes(1)));
        clock.SetBy(TimeSpan.FromDays(-5));
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(heartbeat.Stalled(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task The_probe_says_what_the_exporter_says()
    {
        await using var server = await WebServer.StartAsync(SampleBoard.Of(SampleBoard.Up("one")), time: _time);
        Assert.Equal(new HealthcheckResult(true, "ok"), await AskAsync(server.Port));
        _time.Advance(TimeSpan.FromHours(1));
        var sick = await AskAsync(server.Port);
        Assert.False(sick.Healthy);
        Assert.Contains("/healthz answered 503: polling has stalled", sick.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_says_that_nobody_is_there()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        var result = await AskAsync(port);
        Assert.False(result.Healthy);
        Assert.Contains("cannot be reached", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_does_not_wait_for_ever()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var asking = HealthcheckProbe.AskAsync("", ((IPEndPoint)silent.LocalEndpoint).Port, false, false, TimeSpan.FromSeconds(3), _time, TestContext.Current.CancellationToken);
        using var peer = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(3));
        var result = await asking;
        Assert.False(result.Healthy);
        Assert.EndsWith("did not answer within 3 s", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("::", "[::1]")]
    [InlineData("fe80::1", "[fe80::1]")]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("localhost", "localhost")]
    public void The_probe_knows_where_a_listener_is_reached(string host, string reached) => Assert.Equal(reached, HealthcheckProbe.Reachable(host));

    private static Task<HealthcheckResult> AskAsync(int port) =>
        HealthcheckProbe.AskAsync("127.0.0.1", port, false, false, TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(WebServer server, string path)
    {
        using var answer = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
