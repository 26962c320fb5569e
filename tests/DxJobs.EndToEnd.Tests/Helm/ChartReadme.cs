using System.Globalization;
using System.Text;
using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The chart's README: a head with examples, then the values with their comments, then the alerts.</summary>
internal static class ChartReadme
{
    /// <summary>What it should be.</summary>
    public static string Render()
    {
        var text = new StringBuilder(File.ReadAllText(Repository.Path("tests", "DxJobs.EndToEnd.Tests", "Helm", "readme-head.txt")));
        text.Append("\n## Values\n\n| Key | Type | Default | Description |\n| --- | --- | --- | --- |\n");
        foreach (var entry in ValuesFile.Entries.Where(e => e.Comment.Length > 0 || !e.IsGroup))
        {
            text.Append($"| `{entry.Name}` | {(entry.IsGroup ? "object" : TypeOf(entry.Default))} | {(entry.IsGroup ? "" : Code(entry.Default.Flow()))} | {Cell(entry.Comment)} |\n");
        }

        text.Append("""

            ## Alerts

            The rules are those of [alerts/dxjobs.rules.yaml](https://github.com/dxjobs-exporter/dxjobs-exporter/blob/main/alerts/dxjobs.rules.yaml). What each alert means is described in
            [docs/alerts.md](https://github.com/dxjobs-exporter/dxjobs-exporter/blob/main/docs/alerts.md). Change or disable individual alerts by name:

            ```yaml
            prometheusRule:
              enabled: true
              alerts:
                DxJobsErrorSpike:
                  severity: warning
                  for: 15m
                  tune:
                    ratio: 0.5
                    jobs: 20
                DxJobsThrottled:
                  enabled: false
            ```

            | Alert | Severity | For | Thresholds |
            | --- | --- | --- | --- |

            """);
        foreach (var alert in RuleFile.Alerts)
        {
            var numbers = Tunes.Of(alert).Select(t => $"`{t.Name}: {t.Value}`").DefaultIfEmpty("-");
            text.Append($"| `{alert.Name}` | {alert.Severity} | {alert.For ?? "-"} | {string.Join(", ", numbers)} |\n");
        }

        return text.ToString();
    }

    private static string TypeOf(YamlNode value) => value switch
    {
        YamlMappingNode => "object",
        YamlSequenceNode => "list",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } => "bool",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) => "int",
        _ => "string",
    };

    private static string Code(string value) => $"`{Cell(value)}`";

    private static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal);
}
