using System.Text.Json;
using System.Text.Json.Nodes;
using DxJobs.Simulator.History;
using DxJobs.Simulator.Shapes;
using DxJobs.Simulator.Tests.Shapes;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Simulator.Tests.Api;

/// <summary>Failures chosen by names in the details of a job.</summary>
public sealed class NamedFailureTests
{
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["access-denied"] = "ACCESS_DENIED_EXCEPTION",
        ["kms-denied"] = "ACCESS_DENIED_EXCEPTION",
        ["not-found"] = "RESOURCE_NOT_FOUND_EXCEPTION",
        ["invalid"] = "VALIDATION_EXCEPTION",
        ["malware"] = "MALWARE_DETECTED",
        ["encrypted-file"] = "MALWARE_SCAN_ENCRYPTED_FILE",
        ["quota-exceeded"] = "SERVICE_QUOTA_EXCEEDED_EXCEPTION",
        ["too-large"] = "SERVICE_QUOTA_EXCEEDED_EXCEPTION",
        ["internal-error"] = "INTERNAL_SERVER_EXCEPTION",
        ["timed-out"] = "",
    };

    public static MatrixTheoryData<string, string> Cases() => new(RequestShapes.Details.Keys, Codes.Keys);

    [Fact]
    public void Every_name_is_tested() => Assert.Equal(NamedFailures.All.Select(f => f.Text).Order(), Codes.Keys.Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_name_in_the_details_chooses_the_failure(string type, string name)
    {
        var clock = new FakeTimeProvider();
        var account = new Simulator.Account.SimulatedAccount(new SimulatorOptions { Jobs = 0 }, clock);
        var dataSet = account.DataSets[0].Id;
        var details = JsonNode.Parse(SampleValues.Of(RequestShapes.Details[type].Shape, dataSet))!.AsObject();
        Rename(details, name);

        var id = account.Create(type, dataSet, new string('7', 32), details.ToJsonString()).Job.Id;
        account.Start(id);
        clock.Advance(TimeSpan.FromSeconds(2));

        var (job, now) = account.Find(id)!.Value;
        Assert.Equal(name == "timed-out" ? "TIMED_OUT" : "ERROR", job.StateAt(now));
        if (name != "timed-out")
        {
            Assert.Equal(Codes[name], Assert.Single(job.ErrorsAt(now)).Code);
        }
    }

    [Fact]
    public async Task The_error_names_the_failing_object()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 0 }, clock, null, TestContext.Current.CancellationToken);
        using var client = new SignedClient(server.Endpoint);
        var id = server.Account.DataSets[0].Id;
        var body = $$$"""
            {"Type": "IMPORT_ASSETS_FROM_S3", "Details": {"ImportAssetsFromS3": {"DataSetId": "{{{id}}}", "RevisionId": "{{{id}}}",
            "AssetSources": [{"Bucket": "good", "Key": "good.csv"}, {"Bucket": "good", "Key": "not-found.csv"}]
            } } }
            """;
        var response = await client.SendAsync(HttpMethod.Post, "/v1/jobs", body);
        var created = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var path = "/v1/jobs/" + created.GetProperty("Id").GetString();
        await client.SendAsync(HttpMethod.Patch, path, "");
        clock.Advance(TimeSpan.FromSeconds(2));

        var job = JsonElement.Parse(
            await (await client.GetAsync(path)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var error = job.GetProperty("Errors")[0];

        Assert.Equal("RESOURCE_NOT_FOUND_EXCEPTION", error.GetProperty("Code").GetString());
        Assert.Equal("The object s3://good/not-found.csv does not exist.", error.GetProperty("Message").GetString());
        var source = error.GetProperty("Details").GetProperty("ImportAssetsFromS3JobErrorDetails")[0];
        Assert.Equal("good not-found.csv", $"{source.GetProperty("Bucket").GetString()} {source.GetProperty("Key").GetString()}");
    }

    [Fact]
    public void Details_of_generated_jobs_choose_no_failure() => Assert.All(
        new Simulator.Account.SimulatedAccount(
            new SimulatorOptions { Jobs = 2_000, Alive = false, Scenario = Simulator.Feeds.Scenario.Demo },
            new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(20_000))).List().Jobs,
        job => Assert.Null(NamedFailures.Find(Details.SyntheticDetails.ToJson(job))));

    /// <summary>Puts a name into the first member that can contain it.</summary>
    private static void Rename(JsonObject details, string name)
    {
        var (parent, member) = (Find(details, "Bucket") ?? Find(details, "AssetName") ?? Find(details, "DataShareArn")
            ?? Find(details, "ApiName") ?? Find(details, "TagKey") ?? Find(details, "AssetId"))!.Value;
        parent[member] = member == "AssetId" ? name.Replace("-", "", StringComparison.Ordinal).PadRight(32, '0') : "my-" + name;
    }

    private static (JsonObject Parent, string Member)? Find(JsonNode node, string member) => node switch
    {
        JsonObject o when o.ContainsKey(member) => (o, member),
        JsonObject o => o.Select(p => Find(p.Value!, member)).FirstOrDefault(f => f is not null),
        JsonArray a => a.Select(item => Find(item!, member)).FirstOrDefault(f => f is not null),
        _ => null,
    };
}
