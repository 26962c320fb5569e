using System.Globalization;
using System.Text.RegularExpressions;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>A scrape in Prometheus's text format, read.</summary>
internal sealed partial class Scrape
{
    /// <summary>Reads one.</summary>
    public Scrape(string text)
    {
        Text = text;
        Series = [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Read)];
    }

    /// <summary>As it came.</summary>
    public string Text { get; }

    /// <summary>All series.</summary>
    public IReadOnlyList<ScrapedSeries> Series { get; }

    /// <summary>The series of a metric with these labels and any others.</summary>
    public IEnumerable<ScrapedSeries> Of(string metric, params (string Label, string Value)[] labels) =>
        Series.Where(s => s.Metric == metric && labels.All(l => s.Labels.GetValueOrDefault(l.Label) == l.Value));

    /// <summary>The sum of these series; 0 when there are none.</summary>
    public double Sum(string metric, params (string Label, string Value)[] labels) => Of(metric, labels).Sum(s => s.Value);

    /// <summary>The one series of these.</summary>
    public double Single(string metric, params (string Label, string Value)[] labels) => Assert.Single(Of(metric, labels)).Value;

    /// <summary>Whether a target is up; not while it is unknown.</summary>
    public bool Up(string target) => Sum("dxjobs_target_up", ("target", target)) == 1;

    private static ScrapedSeries Read(string line)
    {
        var match = SeriesLine().Match(line);
        Assert.True(match.Success, $"not a series: {line}");
        var labels = LabelPair().Matches(match.Groups["labels"].Value)
            .ToDictionary(l => l.Groups["name"].Value, l => l.Groups["value"].Value.Replace("\\\"", "\"", StringComparison.Ordinal));
        return new ScrapedSeries(match.Groups["metric"].Value, labels, Number(match.Groups["value"].Value));
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^(?<metric>[a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?<labels>.*)\\})? (?<value>[^ ]+)( [0-9]+)?$")]
    private static partial Regex SeriesLine();

    [GeneratedRegex("(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex LabelPair();
}
