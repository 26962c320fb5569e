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

    private static readonly string[] Details =
    [
        "ExportAssetToSignedUrl", "ExportAssetsToS3", "ExportRevisionsToS3", "ImportAssetFromSignedUrl", "ImportAssetsFromS3",
        "ImportAssetsFromRedshiftDataShares", "ImportAssetFromApiGatewayApi", "CreateS3DataAccessFromS3Bucket",
        "ImportAssetsFromLakeFormationTagPolicy",
    ];

    public static TheoryData<string, string> JobTypes =>
        new(from type in Details from state in (string[])["COMPLETED", "CANCELLED", "ERROR", "WAITING"] select (type, state));

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
    public void The_ids_in_the_details_of_each_type_of_job(string type, string state)
    {
        var job = Pages.DecodeJob($$"""
            {"State":"{{state}}","Details":{"{{type}}":{"Before":[{"DataSetId":"no"}],"DataSetId":"set-1","RevisionId":"rev-1","AssetId":"asset-1",
                                    "After":{"RevisionId":"no"} } } }
            """);

        var filled = Assert.Single(typeof(ResponseDetails).GetProperties(), p => p.GetValue(job.Details) is not null);
        Assert.Equal(type, filled.Name);
        var ids = filled.PropertyType.GetProperties().ToDictionary(p => p.Name, p => p.GetValue(filled.GetValue(job.Details)));
        Assert.Equal("set-1", ids["DataSetId"]);
        Assert.Equal("rev-1", ids.GetValueOrDefault("RevisionId", type == "ExportRevisionsToS3" ? "rev-1" : null));
    }

    [Fact]
    public void All_details_of_jobs_that_failed_or_are_open()
    {
        var jobs = Pages.Decode(Pages.Seed("details.json")).Jobs!.ConvertAll(job => job.Details!);

        Assert.Equal(["b1/in/1.csv", "b1/in/2.csv"], jobs[0].ImportAssetsFromS3!.AssetSources!.Select(s => $"{s.Bucket}/{s.Key}"));
        var signed = jobs[1].ImportAssetFromSignedUrl!;
        Assert.Equal(("asset.zip", "MDAwMDAwMDAwMDAwMDAwMA=="), (signed.AssetName, signed.Md5Hash));
        Assert.Equal(new DateTime(2026, 11, 23, 11, 20, 29, DateTimeKind.Utc), signed.SignedUrlExpiresAt);
        var assets = jobs[2].ExportAssetsToS3!;
        Assert.Equal(
            [("asset-3", "b3", "out/3"), ("asset-3b", "b3", null)], assets.AssetDestinations!.Select(d => (d.AssetId, d.Bucket, d.Key)));
        Assert.Equal("arn:aws:kms:us-east-1:123456789012:key/k3", assets.Encryption!.KmsKeyArn);
        Assert.Same(ServerSideEncryptionTypes.AwsKms, assets.Encryption.Type);
        Assert.Equal("asset-4", jobs[3].ExportAssetToSignedUrl!.AssetId);
        var revisions = jobs[4].ExportRevisionsToS3!;
        Assert.Equal("arn:aws:dataexchange:us-east-1:123456789012:event-actions/e5", revisions.EventActionArn);
        Assert.Equal(
            [("b5", "${Revision.CreatedAt}/${Asset.Name}", "rev-5"), ("b5b", null, "rev-5b")],
            revisions.RevisionDestinations!.Select(d => (d.Bucket, d.KeyPattern, d.RevisionId)));
        Assert.Same(ServerSideEncryptionTypes.AES256, revisions.Encryption!.Type);
        var share = Assert.Single(jobs[5].ImportAssetsFromRedshiftDataShares!.AssetSources!);
        Assert.Equal("arn:aws:redshift:us-east-1:123456789012:datashare:n/s6", share.DataShareArn);
        var api = jobs[6].ImportAssetFromApiGatewayApi!;
        Assert.Equal(("api7", "Quotes", "An API", "prod"), (api.ApiId, api.ApiName, api.ApiDescription, api.Stage));
        Assert.Same(ProtocolType.REST, api.ProtocolType);
        var access = jobs[7].CreateS3DataAccessFromS3Bucket!.AssetSource!;
        Assert.Equal(("b8", "p8/", "k8,k8b"), (access.Bucket, Assert.Single(access.KeyPrefixes!), string.Join(',', access.Keys!)));
        Assert.Equal("arn:aws:kms:us-east-1:123456789012:key/k8", Assert.Single(access.KmsKeysToGrant!).KmsKeyArn);
        var policy = jobs[8].ImportAssetsFromLakeFormationTagPolicy!;
        Assert.Equal(("123456789012", "arn:aws:iam::123456789012:role/lf"), (policy.CatalogId, policy.RoleArn));
        var tag = Assert.Single(policy.Database!.Expression!);
        Assert.Equal(("tier", "gold,silver"), (tag.TagKey, string.Join(',', tag.TagValues!)));
        Assert.Equal([TableTagPolicyLFPermission.DESCRIBE, TableTagPolicyLFPermission.SELECT], policy.Table!.Permissions!);
        Assert.Same(DatabaseLFTagPolicyPermission.DESCRIBE, Assert.Single(policy.Database.Permissions!));
    }

    [Fact]
    public void What_errors_refer_to()
    {
        var jobs = Pages.Decode(Pages.Seed("details.json")).Jobs!;

        var source = Assert.Single(jobs[0].Errors![0].Details!.ImportAssetsFromS3JobErrorDetails!);
        Assert.Equal(("b1", "in/2.csv"), (source.Bucket, source.Key));
        Assert.Equal("asset.zip", jobs[1].Errors![0].Details!.ImportAssetFromSignedUrlJobErrorDetails!.AssetName);
    }

    [Theory]
    [InlineData("COMPLETED", true)]
    [InlineData("COMPLETED", false)]
    [InlineData("CANCELLED", true)]
    public void Of_a_job_that_succeeded_only_ids_and_the_presence_of_an_event_action_are_read(string state, bool stateFirst)
    {
        var details = """
            "Details":{"ExportRevisionsToS3":{"DataSetId":"s","EventActionArn":"arn:x","RevisionDestinations":[{"Bucket":"b"}]}}
            """;
        var job = Pages.DecodeJob(stateFirst ? $$"""{"State":"{{state}}",{{details}}}""" : $$"""{ {{details}},"State":"{{state}}"}""");

        var export = job.Details!.ExportRevisionsToS3!;
        Assert.Equal(("s", ""), (export.DataSetId, export.EventActionArn));
        Assert.Null(export.RevisionDestinations);
    }

    [Fact]
    public async Task A_page_of_data_sets()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""
            {"DataSets":[{"Arn":"arn:s1","AssetType":"S3_SNAPSHOT","CreatedAt":"2026-01-02T03:04:05Z","Description":"d","Id":"s1","Name":"Prices",
              "Origin":"ENTITLED","OriginDetails":{"ProductId":"p","DataGrantId":"g"},"SourceId":"s0","UpdatedAt":"2026-01-02T03:04:06.5Z"}],
             "NextToken":"n/+="}
            """);
        using var client = server.Client();

        var page = await client.ListDataSetsAsync(new ListDataSetsRequest(), TestContext.Current.CancellationToken);

        Assert.Equal("n/+=", page.NextToken);
        var set = Assert.Single(page.DataSets!);
        Assert.Equal(("arn:s1", "d", "s1", "Prices", "s0"), (set.Arn, set.Description, set.Id, set.Name, set.SourceId));
        Assert.Equal(("p", "g"), (set.OriginDetails!.ProductId, set.OriginDetails.DataGrantId));
        Assert.Same(AssetType.S3_SNAPSHOT, set.AssetType);
        Assert.Same(Origin.ENTITLED, set.Origin);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), set.CreatedAt);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 6, 500, DateTimeKind.Utc), set.UpdatedAt);
    }

    [Fact]
    public async Task A_page_of_revisions()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""
            {"NextToken":null,"Revisions":[{"Arn":"arn:r1","Comment":"c","CreatedAt":"2026-01-02T03:04:05Z","DataSetId":"s1","Finalized":true,"Id":"r1",
              "RevocationComment":"wrong data","Revoked":true,"RevokedAt":"2026-01-03T00:00:00Z","SourceId":"r0","UpdatedAt":"2026-01-02T03:04:06Z"},
              {"Id":"r2","Finalized":false}]}
            """);
        using var client = server.Client();

        var page = await client.ListDataSetRevisionsAsync(
            new ListDataSetRevisionsRequest { DataSetId = "s1" }, TestContext.Current.CancellationToken);

        Assert.Null(page.NextToken);
        Assert.Equal(2, page.Revisions!.Count);
        var revision = page.Revisions[0];
        Assert.Equal(("arn:r1", "c", "s1", "r1", "r0"), (revision.Arn, revision.Comment, revision.DataSetId, revision.Id, revision.SourceId));
        Assert.Equal((true, true, "wrong data"), (revision.Finalized, revision.Revoked, revision.RevocationComment));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), revision.CreatedAt);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 6, DateTimeKind.Utc), revision.UpdatedAt);
        Assert.Equal(new DateTime(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc), revision.RevokedAt);
        Assert.Equal((false, null), (page.Revisions[1].Finalized, page.Revisions[1].Revoked));
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
