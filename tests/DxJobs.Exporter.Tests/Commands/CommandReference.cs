using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using System.Text.RegularExpressions;
using DxJobs.Exporter.Commands;

namespace DxJobs.Exporter.Tests.Commands;

/// <summary>Writes docs/command-line.md out of the commands and flags themselves.</summary>
internal static partial class CommandReference
{
    private const string Introduction = """
        # Command line

        <!-- Made from the code: run the tests with UPDATE_GOLDEN=1 to write it anew. -->

        `dxjobs-exporter COMMAND --help` says the same. A flag's value stands after a space or after `=`.

        | command | what it does |
        |---|---|

        """;

    private const string Rules = """

        ## Exit status

        | status | means |
        |---|---|
        | 0 | done; a server that was told to stop has done its work, too |
        | 1 | failed while running: a target failed, the port is taken, the exporter is not well, or a command was interrupted before its end |
        | 2 | bad usage or configuration; nothing was started |

        ## Streams

        Answers go to standard output: metrics, tables, `ok`, scripts. Logs, mistakes and progress go to standard error, so answers can be piped. Progress is
        shown on a terminal alone. Nothing is coloured, with or without `NO_COLOR`.

        ## Signals

        | signal | effect |
        |---|---|
        | SIGTERM, SIGINT (Ctrl-C) | a server stops within five seconds; other commands end with status 1 |
        | SIGHUP | `serve` reads its configuration again at once |

        ## Environment

        Each flag that names a variable above can be given by it. A flag goes over its variable. An empty one counts as not set. Every key of the configuration
        has a variable, too: [configuration](configuration.md). Other variables that begin with `DXJOBS_` are refused, except those that Kubernetes makes for a Service
        (`DXJOBS_EXPORTER_SERVICE_HOST` and the like), which are ignored.

        Credentials, regions, proxies and endpoints follow the AWS SDK's own variables (`AWS_REGION`, `AWS_PROFILE`, `HTTPS_PROXY` and so on); spans and their
        destination follow OpenTelemetry's: [traces](traces.md).

        """;

    private const string Faults = "What it simulates, and each fault: [the simulator](simulator.md).\n";

    private const string Completion = """
        For zsh, put the script into a folder of your `fpath` under the name `_dxjobs-exporter`; for fish, into `~/.config/fish/completions`:

        ```sh
        dxjobs-exporter completion zsh > _dxjobs-exporter
        dxjobs-exporter completion fish > dxjobs-exporter.fish
        ```

        """;

    /// <summary>The commands themselves.</summary>
    public static RootCommand Commands { get; } = new CommandLine(new Dictionary<string, string>(), "host", TextWriter.Null, TextWriter.Null, new CommandHandlers
    {
        Serve = (_, _) => Task.FromResult(0),
        Once = (_, _, _) => Task.FromResult(0),
        Jobs = (_, _) => Task.FromResult(0),
        Backfill = (_, _) => Task.FromResult(0),
        CheckWebConfig = _ => [],
        CheckOnline = (_, _) => Task.FromResult(0),
        Simulate = (_, _) => Task.FromResult(0),
        Healthcheck = (_, _) => Task.FromResult(0),
    }).Root();

    /// <summary>The page.</summary>
    public static string Render()
    {
        var serve = Commands.Subcommands.Single(c => c.Name == "serve");
        var text = new StringBuilder(Introduction.Trim() + "\n");
        foreach (var command in Commands.Subcommands)
        {
            text.Append($"| [`{command.Name}`](#{command.Name}) | {command.Description} |\n");
        }

        foreach (var command in Commands.Subcommands)
        {
            var shared = command == serve ? [] : command.Options.Intersect(serve.Options).ToList();
            text.Append($"\n## {command.Name}\n\n{command.Description}\n\n```sh\n{string.Join('\n', Examples(command))}\n```\n\n");
            Flags(text, command, shared.Count == serve.Options.Count - 1 ? shared : []);
            text.Append(command.Name switch { "simulate" => "\n" + Faults, "completion" => Completion, _ => "" });
        }

        return (text.ToString().TrimEnd('\n') + "\n" + Rules).TrimEnd('\n') + "\n";
    }

    private static IEnumerable<string> Examples(Command command) =>
        HelpExamples.Of(command.Name == "serve" ? Commands : command).Where(e => command.Name != "serve" || !e.Contains(" once ", StringComparison.Ordinal)).Select(e => e.Split("   ")[0]);

    private static void Flags(StringBuilder text, Command command, List<Option> shared)
    {
        var own = command.Options.Where(o => o is not HelpOption).Except(shared).ToList();
        if (shared.Count > 0)
        {
            text.Append($"It takes the flags of [`serve`](#serve)");
            text.Append(own.Count > 0 ? ", and\n\n" : ".\n\n");
        }

        if (own.Count == 0)
        {
            return;
        }

        text.Append("| flag | environment | default | meaning |\n|---|---|---|---|\n");
        foreach (var option in own)
        {
            var description = Variable().Match(option.Description!);
            var value = option.ValueType == typeof(bool) ? "" : $" {option.HelpName ?? "VALUE"}";
            text.Append($"| `{option.Name}{value}` | {Code(description.Groups["variable"].Value)} | {Code(Default(option))} | {description.Groups["meaning"].Value} |\n");
        }
    }

    private static string Default(Option option) =>
        option.ValueType == typeof(bool) || !option.HasDefaultValue ? "" : $"{option.GetDefaultValue()}";

    private static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";

    [GeneratedRegex(@"^(?<meaning>.*?)(?: \[(?<variable>DXJOBS_[A-Z_]+)\])?$")]
    private static partial Regex Variable();
}
