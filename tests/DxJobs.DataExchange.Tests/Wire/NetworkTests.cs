using System.Net;
using System.Net.Sockets;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>Networks and servers that stall, break or are not there.</summary>
public sealed class NetworkTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task A_server_that_never_answers_is_a_timeout()
    {
        await using var server = await FakeDataExchange.StartAsync((server, _) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, server.Stopping));
        using var client = server.Client(config => config.Timeout = Short);

        await Assert.ThrowsAsync<TimeoutException>(() => client.ListAsync());

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task A_server_that_stalls_in_mid_body_is_a_timeout(int status)
    {
        await using var server = await StallingAsync(status);
        using var client = server.Client(config => config.Timeout = Short);

        await Assert.ThrowsAsync<TimeoutException>(() => client.ListAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_call_that_stalls_in_mid_body_can_be_cancelled()
    {
        await using var server = await StallingAsync(200);
        using var client = server.Client();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var call = client.ListJobsAsync(new ListJobsRequest(), cancel.Token);
        cancel.CancelAfter(Short);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_mid_body_is_a_network_error()
    {
        await using var server = await FakeDataExchange.StartAsync(async (_, context) =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("""{"Jobs":[""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = server.Client();

        Assert.True(await Record.ExceptionAsync(() => client.ListAsync()) is HttpRequestException or IOException);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_refused_connection_is_a_network_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var config = new AmazonDataExchangeConfig { ServiceURL = $"http://127.0.0.1:{port}", AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 };
        using var client = new AmazonDataExchangeClient(new BasicAWSCredentials("a", "b"), config);

        Assert.True(await Record.ExceptionAsync(() => client.ListAsync()) is HttpRequestException or IOException);
    }

    [Fact]
    public async Task A_large_page_in_many_pieces_arrives_whole()
    {
        var filler = new string('x', 5_000);
        await using var server = await FakeDataExchange.StartAsync(async (_, context) =>
        {
            await context.Response.WriteAsync("""{"Jobs":[""");
            for (var i = 0; i < 500; i++)
            {
                await context.Response.WriteAsync($$"""{{(i > 0 ? "," : "")}}{"Id":"{{i}}","Unknown":"{{filler}}"}""");
                await context.Response.Body.FlushAsync();
            }

            await context.Response.WriteAsync("]}");
        });
        using var client = server.Client();

        var page = await client.ListAsync();

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), page.Jobs!.Select(job => job.Id));
    }

    private static Task<FakeDataExchange> StallingAsync(int status) => FakeDataExchange.StartAsync(async (server, context) =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync("""{"Jobs":[""");
        await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, server.Stopping);
    });
}
