using System.Net;
using System.Text.Json;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.Tests.Api;

public class DataExchangeApiTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(7, 300)]
    [InlineData(199, 1_000)]
    [InlineData(200, 1_000)]
    public async Task Every_page_size_gives_each_job_once_newest_first(int size, int jobs)
    {
        await using var server = await StartAsync(jobs);
        using var client = new SignedClient(server.Endpoint);

        var ids = await IdsAsync(client, size);

        Assert.Equal(server.Account.List().Jobs.Select(j => j.Id), ids);
    }

    [Fact]
    public async Task Pages_are_stable_while_jobs_arrive()
    {
        await using var server = await StartAsync(200);
        using var client = new SignedClient(server.Endpoint);
        var before = server.Account.List().Jobs.Select(j => j.Id).ToList();
        var arrivals = 0;

        var ids = await IdsAsync(client, 20, between: () => server.Account.Upsert(new SimulatedJob
        {
            Id = $"{arrivals++:d32}",
            Type = "EXPORT_ASSETS_TO_S3",
            CreatedAt = server.Account.Now,
        }));

        Assert.Equal(before, ids);
    }

    [Fact]
    public async Task Filters_by_data_set_and_revision_and_binds_tokens_to_the_filter()
    {
        await using var server = await StartAsync(500);
        using var client = new SignedClient(server.Endpoint);
        var sample = server.Account.List().Jobs[0];

        var bySet = await IdsAsync(client, 5, filter: ("dataSetId", sample.DataSetId));
        var byRevision = await IdsAsync(client, 5, filter: ("revisionId", sample.RevisionId));
        var token = (await JsonAsync(await client.GetAsync("/v1/jobs", ("maxResults", "1"), ("dataSetId", sample.DataSetId)))).GetProperty("NextToken").GetString()!;
        var refused = await client.GetAsync("/v1/jobs", ("nextToken", token));

        Assert.Equal(server.Account.List().Jobs.Where(j => j.DataSetId == sample.DataSetId).Select(j => j.Id), bySet);
        Assert.Equal(server.Account.List().Jobs.Where(j => j.RevisionId == sample.RevisionId).Select(j => j.Id), byRevision);
        await AssertRejectedAsync(refused, HttpStatusCode.BadRequest, "ValidationException");
    }

    [Fact]
    public async Task Refuses_as_AWS_refuses()
    {
        await using var server = await StartAsync(50);
        using var client = new SignedClient(server.Endpoint);
        using var unsigned = new SignedClient(server.Endpoint) { Sign = false };
        using var forged = new SignedClient(server.Endpoint) { Secret = "wrong" };
        using var stranger = new SignedClient(server.Endpoint) { AccessKeyId = "AKIASOMEBODYELSE", Secret = "unknown" };
        using var otherService = new SignedClient(server.Endpoint) { Service = "s3" };
        using var hostless = new SignedClient(server.Endpoint) { AccessKeyId = "AKIASOMEBODYELSE", SignedHeaders = "x-amz-date" };
        using var late = new SignedClient(server.Endpoint) { Skew = TimeSpan.FromHours(-1) };
        var running = server.Account.Create("EXPORT_ASSETS_TO_S3", server.Account.DataSets[0].Id, "r").Job.Id;
        server.Account.Start(running);

        await AssertRejectedAsync(await unsigned.GetAsync("/v1/jobs"), HttpStatusCode.Forbidden, "MissingAuthenticationTokenException");
        await AssertRejectedAsync(await forged.GetAsync("/v1/jobs"), HttpStatusCode.Forbidden, "InvalidSignatureException");
        await AssertRejectedAsync(await otherService.GetAsync("/v1/jobs"), HttpStatusCode.Forbidden, "InvalidSignatureException");
        await AssertRejectedAsync(await hostless.GetAsync("/v1/jobs"), HttpStatusCode.Forbidden, "InvalidSignatureException");
        await AssertRejectedAsync(await late.GetAsync("/v1/jobs"), HttpStatusCode.Forbidden, "InvalidSignatureException");
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/v1/jobs")).StatusCode);
        foreach (var size in new[] { "0", "201", "-1", "many" })
        {
            await AssertRejectedAsync(await client.GetAsync("/v1/jobs", ("maxResults", size)), HttpStatusCode.BadRequest, "ValidationException");
        }

        await AssertRejectedAsync(await client.GetAsync("/v1/jobs", ("nextToken", "AAAA")), HttpStatusCode.BadRequest, "ValidationException");
        await AssertRejectedAsync(await client.GetAsync("/v1/jobs/short"), HttpStatusCode.BadRequest, "ValidationException");
        await AssertRejectedAsync(await client.GetAsync("/v1/jobs/" + new string('0', 32)), HttpStatusCode.NotFound, "ResourceNotFoundException");
        await AssertRejectedAsync(await client.SendAsync(HttpMethod.Delete, "/v1/jobs/" + running, ""), HttpStatusCode.Conflict, "ConflictException");
        await AssertRejectedAsync(await client.GetAsync("/v1/data-sets/" + new string('0', 32)), HttpStatusCode.NotFound, "ResourceNotFoundException");
        await AssertRejectedAsync(await client.GetAsync("/v1/data-sets", ("origin", "STOLEN")), HttpStatusCode.BadRequest, "ValidationException");
        await AssertRejectedAsync(await client.GetAsync("/v2/else"), HttpStatusCode.NotFound, "UnknownOperationException");
    }

    [Theory]
    [InlineData("{}", "'Type'")]
    [InlineData("""{"Type": "NONSENSE", "Details": {}}""", "'Type'")]
    [InlineData("""{"Type": "EXPORT_ASSETS_TO_S3"}""", "'Details'")]
    [InlineData("""{"Type": "EXPORT_ASSETS_TO_S3", "Details": {}}""", "'Details.ExportAssetsToS3'")]
    [InlineData("""{"Type": "EXPORT_ASSETS_TO_S3", "Details": {"ExportAssetToSignedUrl": {}}}""", "'Details.ExportAssetsToS3'")]
    [InlineData("""{"Type": "EXPORT_ASSETS_TO_S3", "Details": {"ExportAssetsToS3": {"DataSetId": "x"}}}""", "'Details.ExportAssetsToS3.AssetDestinations'")]
    [InlineData("not json", "JSON")]
    public async Task CreateJob_names_the_member_that_is_wrong(string body, string named)
    {
        await using var server = await StartAsync(1);
        using var client = new SignedClient(server.Endpoint);

        var response = await client.SendAsync(HttpMethod.Post, "/v1/jobs", body);

        await AssertRejectedAsync(response, HttpStatusCode.BadRequest, "ValidationException");
        Assert.Contains(named, (await JsonAsync(response)).GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_where_AWS_has_them_and_bear_the_canary()
    {
        await using var server = await StartAsync(500);
        using var client = new SignedClient(server.Endpoint);
        var page = await (await client.GetAsync("/v1/jobs", ("maxResults", "200"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"\"ApiKey\":\"{SimulatorCanary.Text}\"", page, StringComparison.Ordinal);
        Assert.Contains("\"SignedUrl\":\"https://", page, StringComparison.Ordinal);
        Assert.Contains("\"ApiSpecificationUploadUrl\":\"https://", page, StringComparison.Ordinal);
    }

    private static Task<SimulatorServer> StartAsync(int jobs) => SimulatorServer.StartAsync(
        new SimulatorOptions { Jobs = jobs, Alive = false }, TimeProvider.System, null, TestContext.Current.CancellationToken);

    private static async Task<List<string>> IdsAsync(SignedClient client, int size, (string Name, string Value)? filter = null, Action? between = null)
    {
        var ids = new List<string>();
        string? token = null;
        do
        {
            (string, string)[] query = [("maxResults", $"{size}"), .. filter is { } f ? [f] : Array.Empty<(string, string)>(), .. token is null ? Array.Empty<(string, string)>() : [("nextToken", token)]];
            var page = await JsonAsync(await client.GetAsync("/v1/jobs", query));
            ids.AddRange(page.GetProperty("Jobs").EnumerateArray().Select(j => j.GetProperty("Id").GetString()!));
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
            between?.Invoke();
        }
        while (token is not null);
        return ids;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).RootElement;

    private static async Task AssertRejectedAsync(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, Assert.Single(response.Headers.GetValues("x-amzn-ErrorType")));
        Assert.NotEmpty(Assert.Single(response.Headers.GetValues("x-amzn-RequestId")));
        Assert.NotEmpty((await JsonAsync(response)).GetProperty("Message").GetString()!);
    }
}
