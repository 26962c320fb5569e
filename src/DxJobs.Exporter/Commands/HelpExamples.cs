using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DxJobs.Exporter.Commands;

/// <summary>Examples at the end of each command's help.</summary>
internal static class HelpExamples
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [""] =
        [
            "dxjobs-exporter --simulate                         look at it without an AWS account",
            "dxjobs-exporter --config.file config.yaml          poll the configured targets",
            "dxjobs-exporter once --output table                what do the jobs look like right now?",
        ],
        ["serve"] = ["dxjobs-exporter serve --config.file config.yaml --web.listen-address 127.0.0.1:10390"],
        ["once"] = ["dxjobs-exporter once --output table", "dxjobs-exporter once --config.file config.yaml > jobs.prom"],
        ["jobs"] = ["dxjobs-exporter jobs --since 1d", "dxjobs-exporter jobs --state WAITING --output json"],
        ["backfill"] =
        [
            "dxjobs-exporter backfill --days 7 --output-file past.om --label job=dxjobs-exporter --label instance=exporter:10390",
        ],
        ["check-config"] = ["dxjobs-exporter check-config --config.file config.yaml", "dxjobs-exporter check-config --config.file config.yaml --online"],
        ["simulate"] = ["dxjobs-exporter simulate --jobs 100000 --faults throttle=0.05,latency=200ms", "aws dataexchange list-jobs --max-items 3 --endpoint-url http://127.0.0.1:10391"],
        ["healthcheck"] = ["dxjobs-exporter healthcheck --web.listen-address :10390"],
        ["completion"] = ["source <(dxjobs-exporter completion bash)"],
    };

    /// <summary>A command's examples; a remark may stand after three spaces.</summary>
    public static IReadOnlyList<string> Of(Command command) => Examples[command is RootCommand ? "" : command.Name];

    /// <summary>Adds a command's examples to its help.</summary>
    public static void AddTo(Command command, TextWriter output)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Action = new WithExamples((SynchronousCommandLineAction)help.Action!, Of(command), output);
    }

    private sealed class WithExamples(SynchronousCommandLineAction help, IReadOnlyList<string> examples, TextWriter output) : SynchronousCommandLineAction
    {
        /// <summary>Whoever asks for help is not told what else is missing.</summary>
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var status = help.Invoke(parseResult);
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine("  " + example);
            }

            return status;
        }
    }
}
