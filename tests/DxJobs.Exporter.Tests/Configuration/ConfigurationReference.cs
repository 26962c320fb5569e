using System.Text;
using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Tests.Configuration;

/// <summary>Writes docs/configuration.md out of the catalogue of keys.</summary>
internal static class ConfigurationReference
{
    private static readonly Dictionary<string, string> Sections = new()
    {
        ["poll"] = "How AWS is asked; the same for every target.",
        ["windows"] = "A list of windows.",
        ["data_sets"] = "Series of single data sets (`aws_dataexchange_data_set_*`).",
        ["log"] = "What is logged besides the exporter's own events.",
        ["targets"] = "A list of what is polled. Without it there is one target named `default`, with the credentials and the region of the SDK's own chain.",
        ["shard"] = "Divides the targets over several replicas.",
    };

    public static string Render()
    {
        var text = new StringBuilder(
            """
            # Configuration

            <!-- Made from the code: run the tests with UPDATE_GOLDEN=1 to write it anew. -->

            A YAML file (JSON is YAML) of at most 4 MiB, given by `--config.file`. Precedence: defaults, then the file, then the environment, then
            [flags](command-line.md).

            - Every key can be given by the environment, too: `DXJOBS_` and the path in capitals, levels joined by two underscores, places of lists by
              their number: `DXJOBS_POLL__INTERVAL=30s`, `DXJOBS_TARGETS__0__REGION=us-east-1`. A list of plain values can be given whole: `DXJOBS_WINDOWS=15m,1h`.
            - Unknown keys, duplicate names, bad durations and numbers out of range are errors that name the key and the line; the process does not start.
              `dxjobs-exporter check-config` says all of them at once.
            - A changed file is picked up within five seconds, or at once on SIGHUP. Targets that stay keep what is known of them, and counters do not reset. A bad
              new file is refused, the old one stays in force, and `dxjobs_config_last_reload_successful` is 0.
            - Durations are written as Prometheus writes them: `30s`, `5m`, `1h30m`, `90d`.
            - A target that has `region` or `regions` in the environment has those alone, whatever the file says of its regions.
            - Editors can check the file with [configuration.schema.json](configuration.schema.json), for instance by a first line
              `# yaml-language-server: $schema=PATH/configuration.schema.json`. Examples: [examples/](../examples).

            """);
        foreach (var section in ConfigurationSchema.All.GroupBy(key => key.Path.Split('.')[0]))
        {
            text.Append($"\n## {section.Key}\n\n{Sections[section.Key]}\n\n| key | value | default | range | meaning |\n|---|---|---|---|---|\n");
            foreach (var key in section)
            {
                text.Append($"| `{key.Path.Replace(".[]", "[]", StringComparison.Ordinal)}` | {key.Kind.ToString().ToLowerInvariant()} | {Code(key.Default)} | {Range(key)} | {key.Meaning} |\n");
            }
        }

        return text.ToString();
    }

    private static string Code(string? value) => value is null ? "" : $"`{value}`";

    private static string Range(KeyDefinition key) => key.Min is not null ? $"{key.Min} to {key.Max}" : key.PatternWords ?? "";
}
