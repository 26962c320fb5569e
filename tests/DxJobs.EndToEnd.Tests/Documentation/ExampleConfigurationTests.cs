using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>The example configurations, by the program that is to read them. A new folder of examples is picked up by itself.</summary>
public sealed class ExampleConfigurationTests
{
    public static TheoryData<string> Configurations => Found("dxjobs.yaml");

    public static TheoryData<string> WebConfigurations => Found("web-config.yaml");

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task A_configuration_is_good(string file)
    {
        // Where host names end in no number, the sharded ones need to be told which replica this is.
        var run = await ExporterProcess.RunWithAsync(new() { ["DXJOBS_SHARD__INDEX"] = "0" }, "check-config", "--config.file", Repository.Path(file));
        Assert.True((run.Status, run.Error) == (0, ""), run.Error);
        Assert.StartsWith("ok: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WebConfigurations))]
    public async Task A_web_configuration_is_good(string file)
    {
        using var folder = new Folder();
        await folder.MakeCertificatesAsync();
        folder.CopyFrom(Path.GetDirectoryName(file)!);
        var run = await ExporterProcess.RunAsync("check-config", "--web.config.file", folder.PathOf("web-config.yaml"));
        Assert.True((run.Status, run.Error) == (0, ""), run.Error);
        var others = await Run.ToEndAsync("promtool", "check", "web-config", folder.PathOf("web-config.yaml"));
        Assert.True(others.Status == 0, others.Output + others.Error);
    }

    [Fact]
    public void There_is_one_for_each_usual_set_up_and_each_has_a_page() =>
        Assert.All(
            (string[])["single-account", "many-accounts", "provider-and-subscriber", "sharded", "tls"],
            name => Assert.True(
                File.Exists(Repository.Path("examples", name, "dxjobs.yaml")) && File.Exists(Repository.Path("examples", name, "README.md")), name));

    [Fact]
    public void Every_folder_of_examples_is_in_the_list()
    {
        var list = MarkdownPage.All.Single(p => p.Path == "examples/README.md").Links;
        Assert.Superset(Directory.GetDirectories(Repository.Path("examples")).Select(d => Path.GetFileName(d) + "/README.md").ToHashSet(), list.ToHashSet());
    }

    [Fact]
    public void The_password_of_the_web_configuration_is_the_one_that_its_page_says()
    {
        var line = File.ReadLines(Repository.Path("examples", "tls", "web-config.yaml")).Single(l => l.Contains("prometheus: $2", StringComparison.Ordinal));
        Assert.True(BCrypt.Net.BCrypt.Verify("example", line.Split(": ")[1]));
    }

    private static TheoryData<string> Found(string name) =>
        [.. Directory.GetFiles(Repository.Path("examples"), name, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal)];
}
