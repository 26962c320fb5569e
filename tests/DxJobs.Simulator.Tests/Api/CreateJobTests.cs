using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxJobs.Simulator.Shapes;
using DxJobs.Simulator.Tests.Shapes;

namespace DxJobs.Simulator.Tests.Api;

public sealed class CreateJobTests : IAsyncLifetime
{
    private static readonly string[] AddedByAws = ["SignedUrl", "SignedUrlExpiresAt", "ApiKey", "ApiSpecificationUploadUrl", "ApiSpecificationUploadUrlExpiresAt"];

    private SimulatorServer _server = null!;
    private SignedClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SimulatorServer.StartAsync(new SimulatorOptions { Jobs = 0, Alive = false }, TimeProvider.System, null, TestContext.Current.CancellationToken);
        _client = new SignedClient(_server.Endpoint);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    public static TheoryData<string> Types() => [.. RequestShapes.Details.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_type_answers_with_what_was_asked_for(string type)
    {
        var member = RequestShapes.Details[type];
        var asked = JsonNode.Parse(SampleValues.Of(member.Shape, DataSetId))!.AsObject();
        asked["Unheard"] = "of";
        var tags = """{"Tags":[{"Key":"team","Value":"feeds"}]}""";

        var created = await SendAsync(HttpStatusCode.Created, type, asked.ToJsonString(), $$""", "AssetConfiguration": {{tags}}""");
        var got = JsonElement.Parse(await (await _client.GetAsync("/v1/jobs/" + created.GetProperty("Id").GetString())).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        foreach (var job in new[] { created, got })
        {
            Assert.Equal(("WAITING", type), (job.GetProperty("State").GetString(), job.GetProperty("Type").GetString()));
            Assert.Equal(tags, job.GetProperty("AssetConfiguration").GetRawText());
            var details = JsonNode.Parse(job.GetProperty("Details").GetProperty(member.Name).GetRawText())!.AsObject();
            foreach (var added in AddedByAws.Where(added => !asked.ContainsKey(added)))
            {
                details.Remove(added);
            }

            asked.Remove("Unheard");
            Assert.True(JsonNode.DeepEquals(asked, details), $"{asked}\n{details}");
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_member_that_is_missing_or_null_is_named(string type)
    {
        var member = RequestShapes.Details[type];
        foreach (var path in SampleValues.RequiredPaths(member.Shape))
        {
            var refused = await SendAsync(HttpStatusCode.BadRequest, type, SampleValues.With(member.Shape, DataSetId, path, null));
            Assert.Equal(
                $"1 validation error detected: Value null at 'Details.{member.Name}{path}' failed to satisfy constraint: Member must not be null",
                refused.GetProperty("Message").GetString());
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_value_that_the_model_does_not_allow_is_named(string type)
    {
        var member = RequestShapes.Details[type];
        foreach (var path in SampleValues.ConstrainedPaths(member.Shape))
        {
            var refused = await SendAsync(HttpStatusCode.BadRequest, type, SampleValues.With(member.Shape, DataSetId, path, path.EndsWith("KmsKeyArn", StringComparison.Ordinal) ? "" : "no!"));
            Assert.Contains($"at 'Details.{member.Name}{path}'", refused.GetProperty("Message").GetString(), StringComparison.Ordinal);
        }

        var number = await SendAsync(HttpStatusCode.BadRequest, type, SampleValues.With(member.Shape, DataSetId, ".DataSetId", 5));
        Assert.Contains($"at 'Details.{member.Name}.DataSetId' failed to satisfy constraint: Member must be a string", number.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var refused = await SendAsync(HttpStatusCode.BadRequest, "IMPORT_ASSET_FROM_SIGNED_URL", """{"DataSetId": "x", "Md5Hash": "y"}""");

        Assert.StartsWith("5 validation errors detected: ", refused.GetProperty("Message").GetString(), StringComparison.Ordinal);
        Assert.Contains("'Details.ImportAssetFromSignedUrl.AssetName'", refused.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encryption_with_a_key_needs_the_key()
    {
        var shape = RequestShapes.Details["EXPORT_ASSETS_TO_S3"].Shape;
        var refused = await SendAsync(HttpStatusCode.BadRequest, "EXPORT_ASSETS_TO_S3", SampleValues.With(shape, DataSetId, ".Encryption.KmsKeyArn", null));
        Assert.Contains("'Details.ExportAssetsToS3.Encryption.KmsKeyArn'", refused.GetProperty("Message").GetString(), StringComparison.Ordinal);

        await SendAsync(HttpStatusCode.Created, "EXPORT_ASSETS_TO_S3", SampleValues.With(shape, DataSetId, ".Encryption", JsonNode.Parse("""{"Type": "AES256"}""")));
    }

    [Fact]
    public async Task A_data_set_that_is_not_there_is_said_so()
    {
        var refused = await SendAsync(HttpStatusCode.NotFound, "EXPORT_ASSET_TO_SIGNED_URL", SampleValues.Of(RequestShapes.Details["EXPORT_ASSET_TO_SIGNED_URL"].Shape, new string('0', 32)));

        Assert.Equal((new string('0', 32), "DATA_SET"), (refused.GetProperty("ResourceId").GetString(), refused.GetProperty("ResourceType").GetString()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        var response = await _client.SendAsync(HttpMethod.Post, "/v1/jobs", body);

        Assert.Equal((HttpStatusCode.BadRequest, "ValidationException"), (response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single()));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var response = await _client.SendAsync(HttpMethod.Post, "/v1/jobs", new string(' ', 2_000_000));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLargeException"), (response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single()));
    }

    private string DataSetId => _server.Account.DataSets[0].Id;

    private async Task<JsonElement> SendAsync(HttpStatusCode expected, string type, string details, string more = "")
    {
        var body = $$"""{"Type": "{{type}}", "Details": {"{{RequestShapes.Details[type].Name}}": {{details}}}{{more}}}""";
        var response = await _client.SendAsync(HttpMethod.Post, "/v1/jobs", body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{body}\n{text}");
        return JsonElement.Parse(text);
    }
}
