using System.Text;
using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>Queries in the documentation: they parse, and name metrics and labels that there are.</summary>
public sealed class QueryTests
{
    public static TheoryData<string> Queries => MarkdownPage.Places(MarkdownPage.BlocksOf("promql"));

    [Fact]
    public async Task Prometheus_parses_all_of_them()
    {
        var rules = new StringBuilder("groups:\n  - name: documentation\n    rules:\n");
        var blocks = MarkdownPage.BlocksOf("promql").ToList();
        foreach (var (index, block) in blocks.Index())
        {
            rules.Append(null, $"      # {block.Place}\n      - record: documentation:query:{index}\n        expr: |\n");
            rules.AppendJoin("", block.Text.TrimEnd('\n').Split('\n').Select(line => $"          {line}\n"));
        }

        using var folder = new Folder();
        var run = await Run.ToEndAsync("promtool", "check", "rules", folder.Write("queries.yaml", rules.ToString()));
        Assert.True(run.Status == 0, run.Error + rules);
        Assert.Contains($"{blocks.Count} rules found", run.Output, StringComparison.Ordinal);
        Assert.True(blocks.Count > 20);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_names_what_there_is(string place)
    {
        var query = MarkdownPage.At(place).Text;
        Assert.NotEmpty(PromQl.Metrics(query));
        Assert.Subset(KnownMetrics.SeriesNames.Concat(RuleFile.Recorded.Keys).ToHashSet(), PromQl.Metrics(query).ToHashSet());
        Assert.Subset(KnownMetrics.Labels.ToHashSet(), PromQl.Labels(query).ToHashSet());
    }
}
