using System.Text.Json;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;

namespace DxJobs.EndToEnd.Tests.Simulator;

/// <summary>The AWS CLI and boto3, unchanged, against the simulator.</summary>
public sealed class AwsCliTests : IAsyncLifetime
{
    private SimulatorServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SimulatorServer.StartAsync(
        new SimulatorOptions { Jobs = 230, Alive = false }, TimeProvider.System, null, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("7")]
    [InlineData("200")]
    public async Task Pages_through_all_jobs(string pageSize)
    {
        var (status, output) = await AwsAsync("list-jobs", "--page-size", pageSize, "--query", "Jobs[].Id");

        Assert.True(status == 0, output);
        Assert.Equal(_server.Account.List().Jobs.Select(j => j.Id), JsonSerializer.Deserialize<string[]>(output)!);
    }

    [Fact]
    public async Task Filters_by_data_set_and_revision()
    {
        var sample = _server.Account.List().Jobs[0];
        var (status, output) = await AwsAsync("list-jobs", "--data-set-id", sample.DataSetId, "--revision-id", sample.RevisionId, "--query", "Jobs[].Id");

        Assert.True(status == 0, output);
        Assert.Equal(
            _server.Account.List().Jobs.Where(j => j.DataSetId == sample.DataSetId && j.RevisionId == sample.RevisionId).Select(j => j.Id),
            JsonSerializer.Deserialize<string[]>(output)!);
    }

    [Fact]
    public async Task Creates_starts_gets_and_cancels_jobs_and_reads_data_sets()
    {
        var dataSet = _server.Account.DataSets[0];
        var details = $$$"""{"ExportAssetToSignedUrl": {"AssetId": "{{{dataSet.Id}}}", "DataSetId": "{{{dataSet.Id}}}", "RevisionId": "{{{dataSet.Id}}}"}}""";
        string[] create = ["create-job", "--type", "EXPORT_ASSET_TO_SIGNED_URL", "--details", details, "--query", "Id", "--output", "text"];
        var first = (await AwsAsync(create)).Output.Trim();
        var second = (await AwsAsync(create)).Output.Trim();

        Assert.Equal(0, (await AwsAsync("start-job", "--job-id", first)).Status);
        Assert.Equal("IN_PROGRESS", (await AwsAsync("get-job", "--job-id", first, "--query", "State", "--output", "text")).Output.Trim());
        Assert.Equal(0, (await AwsAsync("cancel-job", "--job-id", second)).Status);
        Assert.Equal("CANCELLED", (await AwsAsync("get-job", "--job-id", second, "--query", "State", "--output", "text")).Output.Trim());
        Assert.Equal(dataSet.Name, (await AwsAsync("get-data-set", "--data-set-id", dataSet.Id, "--query", "Name", "--output", "text")).Output.Trim());
        var listed = JsonSerializer.Deserialize<string[]>((await AwsAsync("list-data-sets", "--page-size", "3", "--query", "DataSets[].Id")).Output)!;
        Assert.Equal(_server.Account.DataSets.Where(d => !d.Entitled).Select(d => d.Id).Order(), listed.Order());

        var running = await AwsAsync("cancel-job", "--job-id", first);
        Assert.NotEqual(0, running.Status);
        Assert.Contains("(ConflictException)", running.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_data_sets_by_origin_and_revisions()
    {
        var dataSet = _server.Account.DataSets.First(d => d.Entitled);
        var entitled = await AwsAsync("list-data-sets", "--origin", "ENTITLED", "--page-size", "4", "--query", "DataSets[].Id");
        var revisions = await AwsAsync(
            "list-data-set-revisions", "--data-set-id", dataSet.Id, "--page-size", "5", "--query", "Revisions[].Id");
        var revoked = await AwsAsync(
            "list-data-set-revisions", "--data-set-id", dataSet.Id, "--query", "Revisions[?Revoked].RevocationComment");

        Assert.Equal(
            _server.Account.DataSets.Where(d => d.Entitled).Select(d => d.Id).Order(),
            JsonSerializer.Deserialize<string[]>(entitled.Output)!.Order());
        Assert.Equal(
            _server.Account.Revisions(dataSet.Id)!.Select(r => r.Id), JsonSerializer.Deserialize<string[]>(revisions.Output)!);
        Assert.Single(JsonSerializer.Deserialize<string[]>(revoked.Output)!);
    }

    [Fact]
    public async Task A_bucket_name_chooses_the_failure()
    {
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 0, Speed = 3600 }, TimeProvider.System, null, TestContext.Current.CancellationToken);
        var dataSet = server.Account.DataSets[0].Id;
        var details = $$$"""
            {"ImportAssetsFromS3": {"DataSetId": "{{{dataSet}}}", "RevisionId": "{{{dataSet}}}",
            "AssetSources": [{"Bucket": "prices-access-denied", "Key": "daily.csv"}]}}
            """;
        string[] create = ["create-job", "--type", "IMPORT_ASSETS_FROM_S3", "--details", details, "--query", "Id", "--output", "text"];
        var id = (await AwsAsync(server, create)).Output.Trim();
        await AwsAsync(server, "start-job", "--job-id", id);

        var errors = (await AwsAsync(server, "get-job", "--job-id", id, "--query", "Errors[0]")).Output;

        Assert.Contains("ACCESS_DENIED_EXCEPTION", errors, StringComparison.Ordinal);
        Assert.Contains("Access to the S3 bucket prices-access-denied was denied.", errors, StringComparison.Ordinal);
        Assert.Contains("\"Key\": \"daily.csv\"", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(ResourceNotFoundException)", "get-job", "--job-id", "00000000000000000000000000000000")]
    [InlineData("(ValidationException)", "get-job", "--job-id", "short")]
    [InlineData("(ValidationException)", "list-jobs", "--no-paginate", "--next-token", "bm90IG91cnM=")]
    [InlineData("(MissingAuthenticationTokenException)", "list-jobs", "--no-sign-request")]
    [InlineData("(ValidationException)", "list-jobs", "--no-paginate", "--max-results", "201")]
    public async Task Is_refused_as_AWS_refuses(string error, params string[] arguments)
    {
        var (status, output) = await AwsAsync(arguments);

        Assert.NotEqual(0, status);
        Assert.Contains(error == "(ValidationException)" && output.Contains("Parameter validation failed", StringComparison.Ordinal) ? "Parameter validation failed" : error, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boto3_pages_with_every_page_size()
    {
        const string Script = """
            import boto3, os, sys, json
            client = boto3.client('dataexchange', endpoint_url=sys.argv[1], region_name='us-east-1')
            pages = client.get_paginator('list_jobs')
            print(json.dumps({n: [j['Id'] for p in pages.paginate(PaginationConfig={'PageSize': n}) for j in p['Jobs']] for n in (1, 7, 25, 199, 200)}))
            """;
        var (status, output) = await Command.RunAsync("/usr/bin/python3", ["-c", Script, _server.Endpoint.AbsoluteUri], Environment, TestContext.Current.CancellationToken);

        Assert.True(status == 0, output);
        var all = _server.Account.List().Jobs.Select(j => j.Id).ToArray();
        Assert.All(JsonSerializer.Deserialize<Dictionary<string, string[]>>(output)!, page => Assert.Equal(all, page.Value));
    }

    private static Dictionary<string, string> Environment => new()
    {
        ["AWS_ACCESS_KEY_ID"] = SimulatorCredentials.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = SimulatorCredentials.SecretAccessKey,
        ["AWS_CONFIG_FILE"] = "/dev/null",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PAGER"] = "",
    };

    private Task<(int Status, string Output)> AwsAsync(params string[] arguments) => AwsAsync(_server, arguments);

    private static async Task<(int Status, string Output)> AwsAsync(SimulatorServer server, params string[] arguments) =>
        await Command.RunAsync(
            "/usr/bin/aws",
            ["dataexchange", .. arguments, "--endpoint-url", server.Endpoint.AbsoluteUri, "--region", "us-east-1"],
            Environment,
            TestContext.Current.CancellationToken);
}
