using System.Net;
using System.Text;
using System.Text.Json;
using DxJobs.Simulator.Shapes;
using DxJobs.Simulator.Tests.Shapes;

namespace DxJobs.Simulator.Tests.Api;

/// <summary>Requests and answers against AWS's service model, shape by shape.</summary>
public class ServiceModelTests
{
    /// <summary>What the simulator has no use for.</summary>
    private static readonly string[] Never =
    [
        "DataSetEntry.SourceId", "GetDataSetResponse.SourceId", // for copies that one gave to others
        "OriginDetails.DataGrantId", // for data that came without a product
        "RevisionEntry.SourceId",
        "GetDataSetResponse.Tags",
        "CreateJobResponse.Errors", // nothing has happened yet
    ];

    private static readonly string[] Answers = ["ListJobsResponse", "GetJobResponse", "CreateJobResponse", "ListDataSetsResponse", "GetDataSetResponse", "ListDataSetRevisionsResponse"];

    [Theory]
    [MemberData(nameof(Types))]
    public void Requests_are_checked_for_what_the_model_says(string type)
    {
        var model = ServiceModel.Require();
        var member = RequestShapes.Details[type];
        var shape = model.Shape("RequestDetails").GetProperty("members").GetProperty(member.Name).GetProperty("shape").GetString()!;

        Assert.Equal(Described(model, shape), Described(member.Shape));
    }

    [Fact]
    public void Every_type_of_the_model_can_be_created_with_a_configuration_of_its_assets()
    {
        var model = ServiceModel.Require();

        Assert.Equal(model.Shape("Type").GetProperty("enum").EnumerateArray().Select(t => t.GetString()!).Order(), RequestShapes.Details.Keys.Order());
        Assert.Equal(model.Shape("RequestDetails").GetProperty("members").EnumerateObject().Select(m => m.Name).Order(), RequestShapes.Details.Values.Select(m => m.Name).Order());
        Assert.Equal(Described(model, "AssetConfiguration"), Described(RequestShapes.AssetConfiguration));
    }

    [Fact]
    public async Task Answers_are_as_the_model_says_and_every_member_of_it_comes()
    {
        var model = ServiceModel.Require();
        var cancel = TestContext.Current.CancellationToken;
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Alive = false }, TimeProvider.System, null, cancel);
        using var client = new SignedClient(server.Endpoint);
        var owned = server.Account.DataSets[0].Id;

        var jobs = new List<JsonElement>();
        string? token = null;
        do
        {
            var page = await CheckedAsync(model, "ListJobs", client, "/v1/jobs", [("maxResults", "200"), .. token is null ? Array.Empty<(string, string)>() : [("nextToken", token)]]);
            jobs.AddRange(page.GetProperty("Jobs").EnumerateArray());
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);
        foreach (var (type, member) in RequestShapes.Details)
        {
            var body = $$"""{"Type": "{{type}}", "Details": {"{{member.Name}}": {{SampleValues.Of(member.Shape, owned)}}}, "AssetConfiguration": {{SampleValues.Of(RequestShapes.AssetConfiguration, "x")}}}""";
            var created = await CheckedAsync(model, "CreateJob", client, "/v1/jobs", body: body);
            await CheckedAsync(model, "GetJob", client, "/v1/jobs/" + created.GetProperty("Id").GetString());
            await CheckedAsync(model, "StartJob", client, "/v1/jobs/" + created.GetProperty("Id").GetString());
        }

        await CheckedAsync(model, "ListJobs", client, "/v1/jobs");
        await CheckedAsync(model, "GetJob", client, "/v1/jobs/" + jobs.First(j => j.TryGetProperty("Errors", out _)).GetProperty("Id").GetString());
        await CheckedAsync(model, "ListDataSets", client, "/v1/data-sets", [("maxResults", "2")]);
        await CheckedAsync(model, "ListDataSets", client, "/v1/data-sets", [("origin", "ENTITLED")]);
        await CheckedAsync(model, "ListDataSetRevisions", client, $"/v1/data-sets/{owned}/revisions", [("maxResults", "7")]);
        await CheckedAsync(model, "GetDataSet", client, "/v1/data-sets/" + server.Account.DataSets.First(d => d.Entitled).Id);

        Assert.Empty(Answers.SelectMany(model.MembersOf).Except(model.Seen).Except(Never));
        Assert.Equal(model.Shape("State").GetProperty("enum").GetArrayLength(), jobs.Select(j => j.GetProperty("State").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("ResourceNotFoundException", "GET", "/v1/jobs/00000000000000000000000000000000")]
    [InlineData("ValidationException", "GET", "/v1/jobs/short")]
    [InlineData("ConflictException", "DELETE", "/v1/jobs/{ended}")]
    [InlineData("ConflictException", "PATCH", "/v1/jobs/{ended}")]
    [InlineData("ThrottlingException", "GET", "/v1/jobs", "throttle=1")]
    [InlineData("InternalServerException", "GET", "/v1/jobs", "error=1")]
    [InlineData("AccessDeniedException", "GET", "/v1/jobs", "access-denied=1")]
    public async Task Errors_are_as_the_model_says(string error, string method, string path, string faults = "")
    {
        var model = ServiceModel.Require();
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 500, Alive = false, Faults = Simulator.Faults.SimulatorFaults.Parse(faults) }, TimeProvider.System, null, TestContext.Current.CancellationToken);
        using var client = new SignedClient(server.Endpoint);
        var (jobs, now) = server.Account.List();

        var response = await client.SendAsync(new HttpMethod(method), path.Replace("{ended}", jobs.First(j => j.EndedAt < now).Id, StringComparison.Ordinal), "");

        var status = model.Shape(error).TryGetProperty("error", out var of) ? of.GetProperty("httpStatusCode").GetInt32() : 500;
        Assert.Equal((status, error), ((int)response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single()));
        Assert.Empty(model.Problems(error, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), error));
    }

    public static TheoryData<string> Types() => [.. RequestShapes.Details.Keys];

    private static async Task<JsonElement> CheckedAsync(
        ServiceModel model, string operation, SignedClient client, string path, (string, string)[]? query = null, string body = "")
    {
        var definition = model.Operations.GetProperty(operation);
        var http = definition.GetProperty("http");
        var response = await client.SendAsync(new HttpMethod(http.GetProperty("method").GetString()!), path, body, query ?? []);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.True((int)response.StatusCode == http.GetProperty("responseCode").GetInt32(), $"{operation}: {(int)response.StatusCode} {Encoding.UTF8.GetString(bytes)}");
        var answer = JsonElement.Parse(bytes);
        Assert.Empty(model.Problems(definition.GetProperty("output").GetProperty("shape").GetString()!, answer, operation));
        return answer;
    }

    private static string Described(Shape shape) => shape switch
    {
        StructureShape s => $"{{{string.Join(", ", s.Members.Select(m => $"{m.Name}{(m.IsRequired ? "!" : "")}: {Described(m.Shape)}").Order(StringComparer.Ordinal))}}}",
        ListShape l => $"[{Described(l.Member)} {l.Min}..{l.Max}]",
        StringShape t => $"text({t.Min}..{t.Max}{(t.Pattern is null ? "" : " matching")}{string.Concat(t.Values.Order(StringComparer.Ordinal).Select(v => " " + v))})",
        _ => throw new ArgumentException(shape.ToString(), nameof(shape)),
    };

    private static string Described(ServiceModel model, string shape)
    {
        var definition = model.Shape(shape);
        var (min, max) = (Number("min", 0), Number("max", int.MaxValue));
        switch (definition.GetProperty("type").GetString())
        {
            case "structure":
                var required = definition.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToList() : [];
                return $"{{{string.Join(", ", definition.GetProperty("members").EnumerateObject().Select(m => $"{m.Name}{(required.Contains(m.Name) ? "!" : "")}: {Described(model, m.Value.GetProperty("shape").GetString()!)}").Order(StringComparer.Ordinal))}}}";
            case "list":
                return $"[{Described(model, definition.GetProperty("member").GetProperty("shape").GetString()!)} {min}..{max}]";
            default:
                var values = definition.TryGetProperty("enum", out var all) ? all.EnumerateArray().Select(v => v.GetString()!).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
                return $"text({min}..{max}{(definition.TryGetProperty("pattern", out _) ? " matching" : "")}{string.Concat(values.Select(v => " " + v))})";
        }

        int Number(string name, int otherwise) => definition.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;
    }
}
