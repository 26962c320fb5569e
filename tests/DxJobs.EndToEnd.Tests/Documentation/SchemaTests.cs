using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>The configuration's JSON schema, as editors use it: what the program takes is good, what it refuses by itself is refused.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Examples => ExampleConfigurationTests.Configurations;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Takes_the_examples(string file)
    {
        var run = await CheckAsync(await File.ReadAllTextAsync(Repository.Path(file), TestContext.Current.CancellationToken));
        Assert.Equal((0, "", ""), (run.Status, run.Output, run.Error));
    }

    [Theory]
    [InlineData("poll: {intervall: 1m}", "/poll: must NOT have additional properties")]
    [InlineData("poll: {interval: 60}", "/poll/interval: must be string")]
    [InlineData("poll: {interval: 1m1h}", "/poll/interval: must match pattern")]
    [InlineData("poll: {interval: ''}", "/poll/interval: must NOT have fewer than 1 characters")]
    [InlineData("poll: {page_size: 201}", "/poll/page_size: must be <= 200")]
    [InlineData("windows: [1m, 1m]", "/windows: must NOT have duplicate items")]
    [InlineData("windows: [1m,2m,3m,4m,5m,6m,7m,8m,9m,10m,11m]", "/windows: must NOT have more than 10 items")]
    [InlineData("data_sets: {enabled: maybe}", "/data_sets/enabled: must be boolean")]
    [InlineData("targets: [{region: us-east-1}]", "/targets/0: must have required property 'name'")]
    [InlineData("targets: [{name: a, region: us-east-1, regions: [eu-west-1]}]", "/targets/0: must NOT be valid")]
    [InlineData("targets: [{name: a, external_id: abc}]", "/targets/0: must have property role_arn when property external_id is present")]
    [InlineData("targets: [{name: a, role_arn: role}]", "/targets/0/role_arn: must match pattern")]
    public async Task Refuses_what_the_program_refuses(string yaml, string finding)
    {
        var run = await CheckAsync(yaml);
        Assert.Equal((1, ""), (run.Status, run.Error));
        Assert.Contains(finding, run.Output, StringComparison.Ordinal);
        using var config = new ConfigFile(yaml);
        Assert.Equal(2, (await ExporterProcess.RunAsync("check-config", "--config.file", config.Path)).Status);
    }

    private static async Task<Run> CheckAsync(string yaml)
    {
        using var config = new ConfigFile(yaml);
        return await Run.ToEndAsync(
            "node", Repository.Path("tests", "DxJobs.EndToEnd.Tests", "Documentation", "schema.mjs"), Repository.Path("docs", "configuration.schema.json"), config.Path);
    }
}
