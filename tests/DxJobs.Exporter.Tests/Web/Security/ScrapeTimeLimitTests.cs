using System.Net;
using DxJobs.Exporter.Web.Security;
using DxJobs.Testing.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Web.Security;

public sealed class ScrapeTimeLimitTests
{
    private readonly FakeTimeProvider _time = new(SampleBoard.Now);
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData(null, 30)]
    [InlineData("10", 9.75)]
    [InlineData("0.4", 0.2)]
    [InlineData("1e9", 30)]
    [InlineData("-1", 30)]
    [InlineData("0", 30)]
    [InlineData("NaN", 30)]
    [InlineData("ten", 30)]
    public void Stays_within_what_the_asker_waits_for(string? header, double seconds) => Assert.Equal(seconds, ScrapeTimeLimit.Limit(header).TotalSeconds, 6);

    [Fact]
    public async Task Says_so_when_a_scrape_takes_too_long()
    {
        await using var server = await WebServer.StartAsync(scrape: WaitAsync, time: _time);
        var scrape = ScrapeAsync(server, "10");
        await _entered.Task;
        _time.Advance(TimeSpan.FromSeconds(9.75));
        using var answer = await scrape;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("the scrape took longer than 9.75 s\n", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cuts_the_connection_of_a_scrape_that_heeds_nothing()
    {
        var release = new TaskCompletionSource();
        await using var server = await WebServer.StartAsync(
            scrape: async _ =>
            {
                _entered.SetResult();
                await release.Task;
            },
            time: _time);
        var scrape = ScrapeAsync(server, "10");
        await _entered.Task;
        _time.Advance(TimeSpan.FromSeconds(9.75) + ScrapeTimeLimit.Grace);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => scrape);
        release.SetResult();
        Assert.Equal("ok\n", await server.Client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cuts_an_answer_that_has_begun()
    {
        await using var server = await WebServer.StartAsync(
            scrape: async context =>
            {
                await context.Response.WriteAsync("metric 1\n");
                await context.Response.Body.FlushAsync();
                await WaitAsync(context);
            },
            time: _time);
        var scrape = ScrapeAsync(server, "10");
        await _entered.Task;
        using var answer = await scrape;
        _time.Advance(TimeSpan.FromSeconds(9.75));
        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task WaitAsync(HttpContext context)
    {
        _entered.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
    }

    private static Task<HttpResponseMessage> ScrapeAsync(WebServer server, string timeout)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add(ScrapeTimeLimit.Header, timeout);
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
