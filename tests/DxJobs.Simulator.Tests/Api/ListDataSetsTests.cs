using System.Net;
using System.Text.Json;
using DxJobs.Simulator.Feeds;

namespace DxJobs.Simulator.Tests.Api;

public sealed class ListDataSetsTests : IAsyncLifetime
{
    private SimulatorServer _server = null!;
    private SignedClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 0, Alive = false, Scenario = Scenario.Demo },
            TimeProvider.System,
            null,
            TestContext.Current.CancellationToken);
        _client = new SignedClient(_server.Endpoint);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    [Theory]
    [InlineData("OWNED", 1)]
    [InlineData("OWNED", 7)]
    [InlineData("ENTITLED", 3)]
    [InlineData("ENTITLED", 200)]
    public async Task Pages_through_the_data_sets_of_an_origin(string origin, int pageSize)
    {
        var pages = await PagesAsync("/v1/data-sets", "DataSets", pageSize, ("origin", origin));

        var expected = _server.Account.DataSets.Where(d => d.Entitled == (origin == "ENTITLED")).Select(d => d.Id).ToList();
        Assert.Equal(expected.Order(), pages.SelectMany(p => p).Select(Id).Order());
        Assert.All(pages.SkipLast(1), page => Assert.Equal(pageSize, page.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(200)]
    public async Task Pages_through_revisions_newest_first(int pageSize)
    {
        foreach (var dataSet in _server.Account.DataSets.Take(3))
        {
            var pages = await PagesAsync($"/v1/data-sets/{dataSet.Id}/revisions", "Revisions", pageSize);
            var revisions = pages.SelectMany(p => p).ToList();

            Assert.Equal(_server.Account.Revisions(dataSet.Id)!.Select(r => r.Id), revisions.Select(Id));
            var created = revisions.Select(r => r.GetProperty("CreatedAt").GetString()).ToList();
            Assert.Equal(created.OrderDescending(StringComparer.Ordinal), created);
            Assert.Single(revisions, r => r.GetProperty("Revoked").GetBoolean());
            Assert.Equal(dataSet.Entitled ? 0 : 1, revisions.Count(r => !r.GetProperty("Finalized").GetBoolean()));
        }
    }

    [Fact]
    public void A_new_revision_has_no_job_yet()
    {
        var dataSet = _server.Account.DataSets.Single(d => d.Name == "Crop yields, daily");
        var newest = _server.Account.Revisions(dataSet.Id)![0];
        var (jobs, now) = _server.Account.List();

        Assert.True(newest.Finalized);
        Assert.Equal(TimeSpan.FromHours(9), now - newest.CreatedAt);
        Assert.DoesNotContain(jobs, job => job.DataSetId == dataSet.Id && job.CreatedAt >= newest.CreatedAt);
        Assert.Contains(jobs, job => job.DataSetId == dataSet.Id);
    }

    [Fact]
    public async Task Rejects_unknown_data_sets_and_tokens_of_other_lists()
    {
        var (first, second) = (_server.Account.DataSets[0].Id, _server.Account.DataSets[1].Id);
        var page = await JsonAsync(await _client.GetAsync($"/v1/data-sets/{first}/revisions", ("maxResults", "1")));
        var token = page.GetProperty("NextToken").GetString()!;

        await AssertRejectedAsync($"/v1/data-sets/{new string('0', 32)}/revisions", HttpStatusCode.NotFound);
        await AssertRejectedAsync("/v1/data-sets/short/revisions", HttpStatusCode.BadRequest);
        await AssertRejectedAsync($"/v1/data-sets/{first}/revisions", HttpStatusCode.BadRequest, ("maxResults", "201"));
        await AssertRejectedAsync($"/v1/data-sets/{second}/revisions", HttpStatusCode.BadRequest, ("nextToken", token));
        await AssertRejectedAsync("/v1/data-sets", HttpStatusCode.BadRequest, ("nextToken", token));
        await AssertRejectedAsync("/v1/data-sets", HttpStatusCode.BadRequest, ("maxResults", "0"));
    }

    private static string Id(JsonElement item) => item.GetProperty("Id").GetString()!;

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

    private async Task AssertRejectedAsync(string path, HttpStatusCode status, params (string, string)[] query) =>
        Assert.Equal(status, (await _client.GetAsync(path, query)).StatusCode);

    private async Task<List<List<JsonElement>>> PagesAsync(
        string path, string member, int pageSize, params (string Name, string Value)[] query)
    {
        var pages = new List<List<JsonElement>>();
        string? token = null;
        do
        {
            (string, string)[] next = token is null ? [] : [("nextToken", token)];
            var page = await JsonAsync(await _client.GetAsync(path, [("maxResults", $"{pageSize}"), .. query, .. next]));
            pages.Add([.. page.GetProperty(member).EnumerateArray()]);
            token = page.TryGetProperty("NextToken", out var value) ? value.GetString() : null;
        }
        while (token is not null);
        return pages;
    }
}
