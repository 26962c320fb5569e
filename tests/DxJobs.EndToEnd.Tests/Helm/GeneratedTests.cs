using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Testing;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>What is made from something else.</summary>
public sealed partial class GeneratedTests
{
    [Fact]
    public void The_readme_is_what_the_values_comments_say() => Golden.Compare("helm/dxjobs-exporter/README.md", ChartReadme.Render());

    [Fact]
    public void The_schema_knows_the_configuration_and_the_alerts() => Golden.Compare("helm/dxjobs-exporter/values.schema.json", ChartSchema.Render());

    [Fact]
    public async Task The_readme_is_tidy()
    {
        var folder = Directory.CreateTempSubdirectory("dxjobs-readme-");
        try
        {
            var settings = Path.Combine(folder.FullName, ".markdownlint-cli2.jsonc");
            await File.WriteAllTextAsync(settings, """{"config": {"MD013": false}}""", TestContext.Current.CancellationToken);
            var run = await Run.ToEndAsync(
                Repository.Path("tests", "node_modules", ".bin", "markdownlint-cli2"), "--config", settings, Path.Combine(Chart.Folder, "README.md"));
            Assert.True(run.Status == 0, run.Error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_readme_s_examples_are_values_and_the_program_takes_their_configuration()
    {
        var examples = Examples().Matches(ChartReadme.Render()).Select(m => m.Groups["yaml"].Value).ToList();
        Assert.Equal(12, examples.Count);
        foreach (var example in examples)
        {
            var run = await Chart.TemplateWithAsync(example);
            Assert.True(run.Status == 0, $"{example}\n{run.Error}");
            var rendered = new Rendered(run.Output);
            var validation = await Schemas.ValidateAsync(run.Output);
            Assert.True(validation.Status == 0, $"{example}\n{validation.Output}");
            await CheckedConfiguration.AcceptAsync(rendered);
        }
    }

    [Fact]
    public void Every_value_is_explained() => Assert.All(ValuesFile.Values, v => Assert.True(v.Comment.EndsWith('.') || v.Comment.EndsWith('`'), v.Name));

    [GeneratedRegex("^```yaml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Examples();
}
