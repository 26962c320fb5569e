using System.Text.RegularExpressions;
using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>Names that the documentation uses exist.</summary>
public sealed partial class NameTests
{
    /// <summary>It shows how a metric is added that there is not yet.</summary>
    private const string Lesson = "docs/add-a-metric.md";

    public static TheoryData<string> Pages => [.. MarkdownPage.All.Select(p => p.Path).Where(p => p != Lesson)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Metrics(string path)
    {
        var known = KnownMetrics.SeriesNames.Concat(KnownMetrics.Own.Select(m => m.Name)).ToHashSet();
        Assert.All(MetricNames().Matches(Page(path).Text), m => Assert.True(
            m.Groups["rest"].Success ? known.Any(k => k.StartsWith(m.Groups["name"].Value, StringComparison.Ordinal)) : known.Contains(m.Value),
            $"{path} names {m.Value}, which no series is called"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Keys_of_the_configuration(string path)
    {
        var reference = File.ReadAllText(Repository.Path("docs", "configuration.md"));
        Assert.All(Keys().Matches(Page(path).Prose), m => Assert.True(
            reference.Contains($"| `{m.Groups["key"].Value}` |", StringComparison.Ordinal)
                || reference.Contains($"| `{m.Groups["key"].Value}[]", StringComparison.Ordinal), $"{path} names {m.Value}, which is no key"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Alerts(string path)
    {
        var rules = File.ReadAllText(Repository.Path("alerts", "dxjobs.rules.yaml"));
        Assert.All(AlertNames().Matches(Page(path).Prose), m => Assert.True(
            rules.Contains($"alert: {m.Groups["alert"].Value}\n", StringComparison.Ordinal), $"{path} names {m.Value}, which is no alert"));
    }

    /// <summary>So that the tests above cannot pass for want of names.</summary>
    [Fact]
    public void There_are_many_names()
    {
        var text = string.Concat(MarkdownPage.All.Select(p => p.Text));
        Assert.True(MetricNames().Count(text) > 100);
        Assert.True(Keys().Count(text) > 30);
        Assert.True(AlertNames().Count(text) > 5);
    }

    private static MarkdownPage Page(string path) => MarkdownPage.All.Single(p => p.Path == path);

    [GeneratedRegex(@"(?<![\w-])(?<name>(?:aws_dataexchange|dxjobs)_[a-z_]*)(?:(?<rest>[*(])|(?![\w-]))")]
    private static partial Regex MetricNames();

    [GeneratedRegex(@"`(?<key>(?:poll|data_sets|shard)\.[a-z_]+)`")]
    private static partial Regex Keys();

    [GeneratedRegex("`(?<alert>DxJobs[A-Z][A-Za-z]+)`")]
    private static partial Regex AlertNames();
}
