using System.Text.Json;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Microsoft.AspNetCore.Http;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>What goes out: paths, parameters, signatures.</summary>
public sealed class RequestTests
{
    private const string Empty = """{"Jobs":[],"NextToken":null}""";

    [Fact]
    public async Task A_bare_listing_asks_for_nothing_but_the_jobs()
    {
        await using var server = await FakeDataExchange.AnsweringAsync(Empty);
        using var client = server.Client();

        await client.ListAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal(("GET", "/v1/jobs"), (request.Method, request.Target));
    }

    [Fact]
    public async Task Every_parameter_goes_where_the_service_model_has_it()
    {
        await using var server = await FakeDataExchange.AnsweringAsync(Empty);
        using var client = server.Client();

        await client.ListJobsAsync(
            new ListJobsRequest { DataSetId = "set-1", RevisionId = "rev-2", MaxResults = 200, NextToken = "next" }, TestContext.Current.CancellationToken);

        var query = Assert.Single(server.Requests).Target.Split('?')[1].Split('&').Order();
        Assert.Equal(["dataSetId=set-1", "maxResults=200", "nextToken=next", "revisionId=rev-2"], query);
    }

    [Fact]
    public async Task Every_parameter_of_the_data_set_operations_goes_where_the_service_model_has_it()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("{}");
        using var client = server.Client();
        var cancel = TestContext.Current.CancellationToken;

        await client.ListDataSetsAsync(new ListDataSetsRequest(), cancel);
        await client.ListDataSetsAsync(new ListDataSetsRequest { MaxResults = 200, NextToken = "a/+=", Origin = "ENTITLED" }, cancel);
        await client.ListDataSetRevisionsAsync(new ListDataSetRevisionsRequest { DataSetId = "set-1" }, cancel);
        await client.ListDataSetRevisionsAsync(
            new ListDataSetRevisionsRequest { DataSetId = "set-1", MaxResults = 1, NextToken = "b%" }, cancel);

        Assert.Equal(
            ["/v1/data-sets", "/v1/data-sets?maxResults=200&nextToken=a%2F%2B%3D&origin=ENTITLED",
             "/v1/data-sets/set-1/revisions", "/v1/data-sets/set-1/revisions?maxResults=1&nextToken=b%25"],
            server.Requests.Select(r => r.Target));
        Assert.All(server.Requests, r => Assert.Equal("GET", r.Method));
        Assert.All(server.Requests, r => Assert.Equal(SigV4.Expected(r, FakeDataExchange.SecretKey), SigV4.Signed(r)));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b+c=d==")]
    [InlineData("100%/%2F%25")]
    [InlineData("a b&c?d#e;f,g")]
    [InlineData("~-_.!*'()")]
    [InlineData("ÄÖ€😀")]
    public async Task A_token_comes_back_exactly_as_it_was_sent_and_is_signed_right(string token)
    {
        await using var server = await FakeDataExchange.StartAsync((_, context) =>
        {
            var asked = context.Request.Query["nextToken"].ToString();
            return context.Response.WriteAsync(JsonSerializer.Serialize(new { Jobs = Array.Empty<int>(), NextToken = asked.Length == 0 ? token : null }));
        });
        using var client = server.Client();
        var cancel = TestContext.Current.CancellationToken;

        var first = await client.ListJobsAsync(new ListJobsRequest(), cancel);
        var second = await client.ListJobsAsync(new ListJobsRequest { NextToken = first.NextToken }, cancel);

        Assert.Equal(token, first.NextToken);
        Assert.Null(second.NextToken);
        var request = server.Requests.Last();
        Assert.Equal(token, Uri.UnescapeDataString(request.Target.Split("nextToken=")[1]));
        Assert.Equal(SigV4.Expected(request, FakeDataExchange.SecretKey), SigV4.Signed(request));
    }

    [Fact]
    public async Task Five_pages_are_read_one_after_the_other()
    {
        await using var server = await FakeDataExchange.StartAsync((_, context) =>
        {
            var page = context.Request.Query["nextToken"].ToString().Length;
            return context.Response.WriteAsync(
                JsonSerializer.Serialize(new { Jobs = new[] { new { Id = $"job-{page}" } }, NextToken = page == 4 ? null : "/+=%"[..(page + 1)] }));
        });
        using var client = server.Client();

        var ids = new List<string?>();
        string? token = null;
        do
        {
            var page = await client.ListJobsAsync(new ListJobsRequest { NextToken = token, MaxResults = 1 }, TestContext.Current.CancellationToken);
            ids.AddRange(page.Jobs!.Select(job => job.Id));
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        Assert.Equal(["job-0", "job-1", "job-2", "job-3", "job-4"], ids);
    }

    [Fact]
    public async Task Requests_are_signed_for_the_service_and_the_region()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""{"Id":"x"}""");
        using var client = server.Client();

        await client.GetJobAsync(new GetJobRequest { JobId = "j" }, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.EndsWith("/eu-west-1/dataexchange/aws4_request", SigV4.Scope(request), StringComparison.Ordinal);
        Assert.Equal(SigV4.Expected(request, FakeDataExchange.SecretKey), SigV4.Signed(request));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("a/../b c")]
    public async Task Ids_in_paths_cannot_leave_their_place(string id)
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""{"Id":"x"}""");
        using var client = server.Client();
        var cancel = TestContext.Current.CancellationToken;

        await client.GetJobAsync(new GetJobRequest { JobId = id }, cancel);
        await client.GetDataSetAsync(new GetDataSetRequest { DataSetId = id }, cancel);
        await client.ListDataSetRevisionsAsync(new ListDataSetRevisionsRequest { DataSetId = id }, cancel);

        var escaped = Uri.EscapeDataString(id);
        Assert.Equal(
            [$"/v1/jobs/{escaped}", $"/v1/data-sets/{escaped}", $"/v1/data-sets/{escaped}/revisions"],
            server.Requests.Select(r => r.Target));
        Assert.All(server.Requests, r => Assert.Equal(SigV4.Expected(r, FakeDataExchange.SecretKey), SigV4.Signed(r)));
    }

    [Fact]
    public async Task A_request_without_its_required_id_is_not_sent()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("{}");
        using var client = server.Client();
        var cancel = TestContext.Current.CancellationToken;

        var job = await Assert.ThrowsAsync<AmazonDataExchangeException>(() => client.GetJobAsync(new GetJobRequest(), cancel));
        var set = await Assert.ThrowsAsync<AmazonDataExchangeException>(() => client.GetDataSetAsync(new GetDataSetRequest { DataSetId = "" }, cancel));

        var revisions = await Assert.ThrowsAsync<AmazonDataExchangeException>(
            () => client.ListDataSetRevisionsAsync(new ListDataSetRevisionsRequest(), cancel));

        Assert.Contains("DataSetId", revisions.Message, StringComparison.Ordinal);
        Assert.Contains("JobId", job.Message, StringComparison.Ordinal);
        Assert.Contains("DataSetId", set.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_request_id_is_in_the_response_metadata()
    {
        await using var server = await FakeDataExchange.AnsweringAsync(Empty);
        using var client = server.Client();

        var page = await client.ListAsync();

        Assert.Equal(FakeDataExchange.RequestId, page.ResponseMetadata.RequestId);
        Assert.Equal(System.Net.HttpStatusCode.OK, page.HttpStatusCode);
    }
}
