using System.Text;
using DxJobs.Exporter.Metrics;

namespace DxJobs.Exporter.Tests.Metrics;

/// <summary>Writes docs/metrics.md out of the catalogue.</summary>
internal static class MetricsReference
{
    public static string Render()
    {
        var text = new StringBuilder(
            """
            # Metrics

            <!-- Made from the code: run the tests with UPDATE_GOLDEN=1 to write it anew. -->

            Series of AWS's jobs (`aws_dataexchange_*`) carry `target`, `account_id` and `region`; they are there from the target's first good poll on, and disappear
            when its last good poll is older than `poll.stale_after`. Series about polling (`dxjobs_*`) carry `target` and `region`, and are there from
            the start. Label values are spelt as AWS spells them; a value that AWS adds later passes through as it is. *Zero-filled* means that every known
            combination is there at 0, so that a rate can be taken of the first failure too.

            The metrics of the .NET runtime (`dotnet_*`) are exposed beside these.

            | metric | kind | labels | series |
            |---|---|---|---|

            """);
        foreach (var metric in MetricCatalogue.All)
        {
            text.Append($"| [`{metric.Name}`](#{metric.Name}) | {Kind(metric)} | {Labels(metric)} | {metric.Cardinality} |\n");
        }

        foreach (var metric in MetricCatalogue.All)
        {
            text.Append($"\n## {metric.Name}\n\n{metric.Help}\n\n");
            text.Append($"- kind: {Kind(metric)}{(metric.ZeroFilled ? ", zero-filled" : "")}, {metric.Stability.ToString().ToLowerInvariant()}\n");
            text.Append($"- labels: {Labels(metric)}\n");
            text.Append($"- unit: {(metric.Unit == "s" ? "seconds" : metric.Unit.Length == 0 ? "none" : metric.Unit)}\n");
            text.Append($"- series: {metric.Cardinality}\n");
            if (metric.Buckets.Count > 0)
            {
                text.Append($"- buckets: {string.Join(", ", metric.Buckets.Select(b => FormattableString.Invariant($"{b}")))}\n");
            }

            text.Append($"\n```promql\n{metric.Example}\n```\n");
        }

        return text.ToString();
    }

    private static string Kind(MetricDefinition metric) => metric.Kind.ToString().ToLowerInvariant();

    private static string Labels(MetricDefinition metric) => metric.AllLabels.Any() ? string.Join(", ", metric.AllLabels.Select(l => $"`{l}`")) : "none";
}
