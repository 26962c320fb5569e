using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using DxJobs.DataExchange.Tests.Wire;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>Every documented field that is read equals what was sent.</summary>
public sealed class FieldTests
{
    private const string FullJob = """
        {"Arn":"arn:aws:dataexchange:us-east-1:123456789012:jobs/j1","AssetConfiguration":{"Tags":[]},"CreatedAt":"2026-11-23T10:20:30.123Z",
         "Details":{"ExportAssetToSignedUrl":{"AssetId":"asset-1","DataSetId":"set-1","RevisionId":"rev-1"}},
         "Errors":[{"Code":"SERVICE_QUOTA_EXCEEDED_EXCEPTION","LimitName":"Asset size in GB","LimitValue":10.5,
                    "Message":"too large","ResourceId":"asset-1","ResourceType":"ASSET"},
                   {"Code":"MALWARE_DETECTED","Message":"bad"}],
         "Id":"j1","State":"ERROR","Type":"EXPORT_ASSET_TO_SIGNED_URL","UpdatedAt":"2026-11-23T10:25:00Z"}
        """;

    public static TheoryData<string> JobTypes =>
        ["ExportAssetToSignedUrl", "ExportAssetsToS3", "ExportRevisionsToS3", "ImportAssetFromSignedUrl", "ImportAssetsFromS3", "ImportAssetsFromRedshiftDataShares",
         "ImportAssetFromApiGatewayApi", "CreateS3DataAccessFromS3Bucket", "ImportAssetsFromLakeFormationTagPolicy"];

    [Fact]
    public async Task A_page()
    {
        await using var server = await FakeDataExchange.AnsweringAsync($$"""{"Jobs":[{{FullJob}}],"NextToken":"n/+="}""");
        using var client = server.Client();

        var page = await client.ListAsync();

        var job = Assert.Single(page.Jobs!);
        AssertFull(job.Arn, job.CreatedAt, job.Details, job.Errors, job.Id, job.State, job.Type, job.UpdatedAt);
        Assert.Equal("n/+=", page.NextToken);
    }

    [Fact]
    public async Task A_job()
    {
        await using var server = await FakeDataExchange.AnsweringAsync(FullJob);
        using var client = server.Client();

        var job = await client.GetJobAsync(new GetJobRequest { JobId = "j1" }, TestContext.Current.CancellationToken);

        AssertFull(job.Arn, job.CreatedAt, job.Details, job.Errors, job.Id, job.State, job.Type, job.UpdatedAt);
    }

    [Fact]
    public async Task A_data_set()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""
            {"Arn":"arn:aws:dataexchange:us-east-1:123456789012:data-sets/s1","AssetType":"REDSHIFT_DATA_SHARE","CreatedAt":"2026-01-02T03:04:05Z","Description":"d",
             "Id":"s1","Name":"Prices","Origin":"ENTITLED","OriginDetails":{"ProductId":"p"},"SourceId":"s0","Tags":{"a":"b"},"UpdatedAt":"2026-01-02T03:04:06.5Z"}
            """);
        using var client = server.Client();

        var set = await client.GetDataSetAsync(new GetDataSetRequest { DataSetId = "s1" }, TestContext.Current.CancellationToken);

        Assert.Equal(("arn:aws:dataexchange:us-east-1:123456789012:data-sets/s1", "d", "s1", "Prices", "s0"), (set.Arn, set.Description, set.Id, set.Name, set.SourceId));
        Assert.Same(AssetType.REDSHIFT_DATA_SHARE, set.AssetType);
        Assert.Same(Origin.ENTITLED, set.Origin);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), set.CreatedAt);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 6, 500, DateTimeKind.Utc), set.UpdatedAt);
    }

    [Theory]
    [MemberData(nameof(JobTypes))]
    public void The_ids_in_the_details_of_each_type_of_job(string type)
    {
        var job = Pages.DecodeJob($$"""
            {"Details":{"{{type}}":{"Before":[{"DataSetId":"no"}],"DataSetId":"set-1","RevisionId":"rev-1","AssetId":"asset-1",
                                    "After":{"RevisionId":"no"} } } }
            """);

        var filled = Assert.Single(typeof(ResponseDetails).GetProperties(), p => p.GetValue(job.Details) is not null);
        Assert.Equal(type, filled.Name);
        var ids = filled.PropertyType.GetProperties().ToDictionary(p => p.Name, p => p.GetValue(filled.GetValue(job.Details)));
        Assert.Equal("set-1", ids["DataSetId"]);
        Assert.Equal("rev-1", ids.GetValueOrDefault("RevisionId", type == "ExportRevisionsToS3" ? "rev-1" : null));
        Assert.Equal("asset-1", ids.GetValueOrDefault("AssetId", type == "ExportAssetToSignedUrl" ? null : "asset-1"));
    }

    [Fact]
    public void Known_values_are_the_constants_themselves()
    {
        foreach (var state in Constants<State>())
        {
            Assert.Same(state, Pages.DecodeJob($$"""{"State":"{{state.Value}}"}""").State);
        }

        foreach (var type in Constants<Amazon.DataExchange.Type>())
        {
            Assert.Same(type, Pages.DecodeJob($$"""{"Type":"{{type.Value}}"}""").Type);
        }

        foreach (var code in Constants<Code>())
        {
            Assert.Same(code, Error($$"""{"Code":"{{code.Value}}"}""").Code);
        }

        foreach (var limit in Constants<JobErrorLimitName>())
        {
            Assert.Same(limit, Error($$"""{"LimitName":"{{limit.Value}}"}""").LimitName);
        }

        foreach (var resource in Constants<JobErrorResourceTypes>())
        {
            Assert.Same(resource, Error($$"""{"ResourceType":"{{resource.Value}}"}""").ResourceType);
        }
    }

    private static List<T> Constants<T>()
    {
        var constants = typeof(T).GetFields().Where(f => f.FieldType == typeof(T)).Select(f => (T)f.GetValue(null)!).ToList();
        Assert.NotEmpty(constants);
        return constants;
    }

    private static JobError Error(string json) => Assert.Single(Pages.DecodeJob($$"""{"Errors":[{{json}}]}""").Errors!);

    private static void AssertFull(
        string? arn, DateTime? created, ResponseDetails? details, List<JobError>? errors, string? id, State? state, Amazon.DataExchange.Type? type, DateTime? updated)
    {
        Assert.Equal(("arn:aws:dataexchange:us-east-1:123456789012:jobs/j1", "j1"), (arn, id));
        Assert.Same(State.ERROR, state);
        Assert.Same(Amazon.DataExchange.Type.EXPORT_ASSET_TO_SIGNED_URL, type);
        Assert.Equal(new DateTime(2026, 11, 23, 10, 20, 30, 123, DateTimeKind.Utc), created);
        Assert.Equal(new DateTime(2026, 11, 23, 10, 25, 0, DateTimeKind.Utc), updated);
        Assert.Equal((DateTimeKind.Utc, DateTimeKind.Utc), (created!.Value.Kind, updated!.Value.Kind));
        var export = details!.ExportAssetToSignedUrl!;
        Assert.Equal(("asset-1", "set-1", "rev-1"), (export.AssetId, export.DataSetId, export.RevisionId));
        Assert.Collection(
            errors!,
            e =>
            {
                Assert.Equal((Code.SERVICE_QUOTA_EXCEEDED_EXCEPTION, JobErrorLimitName.AssetSizeInGB, JobErrorResourceTypes.ASSET), (e.Code, e.LimitName, e.ResourceType));
                Assert.Equal((10.5, "too large", "asset-1"), (e.LimitValue, e.Message, e.ResourceId));
            },
            e =>
            {
                Assert.Equal((Code.MALWARE_DETECTED, "bad"), (e.Code, e.Message));
                Assert.Equal((null, null, null, null), (e.LimitName, e.LimitValue, e.ResourceId, e.ResourceType));
            });
    }
}
