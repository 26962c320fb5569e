using System.Formats.Tar;
using System.IO.Compression;
using System.Xml.Linq;
using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The chart as a whole.</summary>
public sealed class PackageTests
{
    public static TheoryData<string> ValuesFiles => Chart.ValuesFiles;

    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task Helm_has_nothing_to_say_against_it(string values)
    {
        var run = await Chart.HelmAsync("lint", "--strict", Chart.Folder, "--values", Chart.PathOf(values));
        Assert.True(run.Status == 0, run.Output);
        Assert.DoesNotMatch("INFO|WARNING|ERROR", run.Output);
    }

    [Fact]
    public async Task The_package_holds_the_rules_and_dashboards_as_they_stand_in_the_repository()
    {
        var folder = Directory.CreateTempSubdirectory("dxjobs-package-");
        try
        {
            var run = await Chart.HelmAsync("package", Chart.Folder, "--destination", folder.FullName);
            Assert.True(run.Status == 0, run.Error);
            var archive = Assert.Single(folder.GetFiles());
            Assert.Equal($"dxjobs-exporter-{ChartFile("version")}.tgz", archive.Name);
            var files = await ReadAsync(archive.FullName);
            Assert.Equal(RuleFile.Text, files["files/dxjobs.rules.yaml"]);
            var dashboards = Directory.GetFiles(Repository.Path("dashboards"), "*.json");
            Assert.NotEmpty(dashboards);
            Assert.All(dashboards, d => Assert.Equal(File.ReadAllText(d), files[$"files/dashboards/{Path.GetFileName(d)}"]));
            Assert.Equal(File.ReadAllText(Repository.Path("alerts", "inhibition.yaml")), files["files/inhibition.yaml"]);
            Assert.Equal(dashboards.Length + 2, files.Keys.Count(f => f.StartsWith("files/", StringComparison.Ordinal)));
            Assert.Superset(new HashSet<string> { "Chart.yaml", "README.md", "values.yaml", "values.schema.json", "templates/NOTES.txt" }, files.Keys.ToHashSet());

            var packed = await Chart.HelmAsync("template", Chart.Release, archive.FullName, "--namespace", Chart.Namespace, "--kube-version", "1.32.0", "--values", Chart.PathOf("sharded.yaml"));
            Assert.Equal((await Chart.RenderAsync("sharded.yaml")).Text, packed.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Its_version_is_the_product_s()
    {
        var version = XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.Equal((version, version), (ChartFile("version"), ChartFile("appVersion")));
        var repository = $"{Default("image.registry")}/{Default("image.repository")}";
        Assert.Contains($"      image: {repository}:{version}\n", File.ReadAllText(Path.Combine(Chart.Folder, "Chart.yaml")), StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(Repository.Path("Dockerfile")).Count(line => line == $"ARG VERSION={version}"));
    }

    /// <summary>What Artifact Hub and helm show of a chart; texts in annotations are YAML themselves.</summary>
    [Fact]
    public void It_says_what_a_catalogue_of_charts_asks_for()
    {
        var chart = Yaml.Documents(File.ReadAllText(Path.Combine(Chart.Folder, "Chart.yaml")))[0];
        var icon = chart.Text("icon")!;
        Assert.True(File.Exists(Repository.Path(icon[(icon.IndexOf("/main/", StringComparison.Ordinal) + 6)..].Split('/'))), icon);
        var annotations = chart.Strings("annotations");
        Assert.Equal("monitoring-logging", annotations["artifacthub.io/category"]);
        Assert.Equal("[\"linux/amd64\", \"linux/arm64\"]", Listed(annotations["artifacthub.io/images"])[0].Find("platforms")!.Flow(sorted: true));
        foreach (var link in Listed(annotations["artifacthub.io/links"]))
        {
            var page = link.Text("url")!;
            Assert.True(File.Exists(Repository.Path(page[(page.IndexOf("/main/", StringComparison.Ordinal) + 6)..].Split('/'))), page);
        }
    }

    [Fact]
    public async Task It_installs_without_saying_for_which_Kubernetes()
    {
        var run = await Chart.HelmAsync("template", Chart.Release, Chart.Folder, "--set", "simulate=true");
        Assert.True(run.Status == 0, run.Error);
        Assert.NotEmpty(new Rendered(run.Output).Manifests);
    }

    /// <summary>A checkout without symbolic links (Windows, some archives) has files that hold a path instead.</summary>
    [Theory]
    [InlineData("prometheusRule.enabled=true", "files/dxjobs.rules.yaml holds no rules")]
    [InlineData("dashboards.enabled=true", "files/dashboards holds no dashboards")]
    public async Task A_copy_that_lost_its_links_says_so(string set, string words)
    {
        using var chart = new ChartCopy();
        await File.WriteAllTextAsync(chart.PathOf("files/dxjobs.rules.yaml"), "../../../alerts/dxjobs.rules.yaml", TestContext.Current.CancellationToken);
        Directory.Delete(chart.PathOf("files/dashboards"), recursive: true);
        await File.WriteAllTextAsync(chart.PathOf("files/dashboards"), "../../../dashboards", TestContext.Current.CancellationToken);
        var run = await Chart.HelmAsync("template", Chart.Release, chart.Folder, "--set", set);
        Assert.Equal(1, run.Status);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Chart.HelmAsync("template", Chart.Release, chart.Folder)).Status);
    }

    private static string Default(string value) => ValuesFile.Values.Single(v => v.Name == value).Default.ToString();

    private static IReadOnlyList<YamlNode> Listed(string text) => Yaml.Documents("list:\n" + text)[0].Items("list");

    private static string ChartFile(string key) => Yaml.Documents(File.ReadAllText(Path.Combine(Chart.Folder, "Chart.yaml")))[0].Text(key)!;

    private static async Task<Dictionary<string, string>> ReadAsync(string archive)
    {
        var files = new Dictionary<string, string>();
        await using var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        while (await tar.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken) is { } entry)
        {
            Assert.Equal(TarEntryType.RegularFile, entry.EntryType is TarEntryType.V7RegularFile ? TarEntryType.RegularFile : entry.EntryType);
            using var reader = new StreamReader(entry.DataStream ?? Stream.Null);
            files.Add(entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..], await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return files;
    }
}
