using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>How often a call goes out. The exporter retries by itself and wants exactly one attempt a call.</summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData(429, "ThrottlingException")]
    [InlineData(500, "InternalServerException")]
    [InlineData(503, null)]
    [InlineData(502, null)]
    [InlineData(400, "ValidationException")]
    [InlineData(403, "RequestTimeTooSkewed")]
    [InlineData(403, "SignatureDoesNotMatch")]
    [InlineData(403, "ExpiredTokenException")]
    [InlineData(400, "RequestTimeout")]
    public async Task Without_retries_there_is_one_attempt(int status, string? code)
    {
        await using var server = await FakeDataExchange.AnsweringAsync(
            "{}", status, headers: [("Date", "Mon, 01 Jan 2001 00:00:00 GMT"), .. code is null ? [] : new[] { ("x-amzn-ErrorType", code) }]);
        using var client = server.Client();

        await Assert.ThrowsAnyAsync<AmazonDataExchangeException>(() => client.ListAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_one_attempt_too()
    {
        await using var server = await FakeDataExchange.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = server.Client();

        Assert.True(await Record.ExceptionAsync(() => client.ListAsync()) is HttpRequestException or IOException);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_malformed_answer_is_one_attempt_too()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("{");
        using var client = server.Client();

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_SDK_retries_where_it_is_told_to()
    {
        await using var server = await FakeDataExchange.StartAsync((server, context) =>
        {
            context.Response.StatusCode = server.Requests.Count < 3 ? 429 : 200;
            context.Response.Headers["x-amzn-ErrorType"] = "ThrottlingException";
            return context.Response.WriteAsync("""{"Jobs":[]}""");
        });
        using var client = server.Client(config => config.MaxErrorRetry = 2);

        var page = await client.ListAsync();

        Assert.Empty(page.Jobs!);
        Assert.Equal(3, server.Requests.Count);
    }
}
