using System.Text.Json;
using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>Blocks of YAML and JSON, and the configurations of Prometheus among the examples: each by the program that is to read it.</summary>
public sealed class YamlTests
{
    private static readonly string[] OfTheExporter = ["poll", "windows", "data_sets", "targets", "shard"];
    private static readonly string[] OfTheWeb = ["tls_server_config", "basic_auth_users", "http_server_config", "rate_limit"];
    private static readonly string[] OfPrometheus = ["global", "scrape_configs", "rule_files", "alerting"];

    /// <summary>Without the chart's values, which have tests of their own.</summary>
    public static TheoryData<string> Yaml => MarkdownPage.Places(MarkdownPage.BlocksOf("yaml").Where(b => !b.Place.StartsWith("helm/", StringComparison.Ordinal)));

    public static TheoryData<string> Json => MarkdownPage.Places(MarkdownPage.BlocksOf("json"));

    public static TheoryData<string> PrometheusExamples => [.. Directory.GetFiles(Repository.Path("examples", "prometheus"), "*.yaml").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Yaml))]
    public async Task A_block_of_YAML_is_good(string place)
    {
        var text = MarkdownPage.At(place).Text;
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var keys = ((YamlMappingNode)stream.Documents[0].RootNode).Children.Keys.Select(k => k.ToString()).ToList();
        using var folder = new Folder();
        if (keys.TrueForAll(OfTheExporter.Contains))
        {
            var run = await ExporterProcess.RunAsync("check-config", "--config.file", folder.Write("config.yaml", text));
            Assert.True(run.Status == 0, run.Error);
        }
        else if (keys.TrueForAll(OfTheWeb.Contains))
        {
            await folder.MakeCertificatesAsync();
            var run = await ExporterProcess.RunAsync("check-config", "--web.config.file", folder.Write("web.yml", text));
            Assert.True(run.Status == 0, run.Error);
        }
        else if (keys.TrueForAll(OfPrometheus.Contains))
        {
            await PrometheusAcceptsAsync(folder, text);
        }
        else
        {
            Assert.Fail($"{place}: nobody knows what reads {string.Join(", ", keys)}");
        }
    }

    [Theory]
    [MemberData(nameof(Json))]
    public void A_block_of_JSON_is_JSON(string place)
    {
        // A scenario of the simulator may have comments.
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        using var document = JsonDocument.Parse(MarkdownPage.At(place).Text, options);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Theory]
    [MemberData(nameof(PrometheusExamples))]
    public async Task Prometheus_accepts_an_example(string file)
    {
        using var folder = new Folder();
        await PrometheusAcceptsAsync(folder, await File.ReadAllTextAsync(Repository.Path("examples", "prometheus", file), TestContext.Current.CancellationToken));
    }

    private static async Task PrometheusAcceptsAsync(Folder folder, string text)
    {
        await folder.MakeCertificatesAsync();
        folder.CopyFrom("alerts");
        folder.Write("dxjobs.password", "example");

        // promtool looks for every file that is named; those of a production host are here in the folder.
        var config = folder.Write("prometheus.yaml", text.Replace("/etc/prometheus/", "", StringComparison.Ordinal));
        var run = await Run.ToEndAsync("promtool", "check", "config", config);
        Assert.True(run.Status == 0, run.Output + run.Error);
    }
}
