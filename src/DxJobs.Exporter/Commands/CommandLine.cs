using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Numerics;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Logging;
using DxJobs.Exporter.Redaction;
using DxJobs.Exporter.Targets;
using DxJobs.Exporter.Telemetry;

namespace DxJobs.Exporter.Commands;

/// <summary>The commands and flags, and what becomes of them.</summary>
/// <param name="environment">The process's environment.</param>
/// <param name="hostName">The name of this host.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="handlers">What the commands do.</param>
internal sealed class CommandLine(
    IReadOnlyDictionary<string, string> environment, string hostName, TextWriter output, TextWriter error, CommandHandlers handlers)
{
    private readonly CommonOptions _common = new(environment);

    /// <summary>Runs what the arguments say; returns the exit status.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var root = Root();
        var line = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (line.Errors.Count > 0)
        {
            foreach (var problem in line.Errors.Select(e => e.Message).Distinct())
            {
                await error.WriteLineAsync($"dxjobs-exporter: {problem}");
            }

            await error.WriteLineAsync("Try 'dxjobs-exporter --help'.");
            return ExitCodes.Usage;
        }

        try
        {
            return await line.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Being told to stop is how a server ends; a command that owes an answer has not given it.
            if (line.CommandResult.Command is RootCommand or { Name: "serve" or "simulate" })
            {
                return ExitCodes.Done;
            }

            await error.WriteLineAsync("dxjobs-exporter: interrupted");
            return ExitCodes.Failed;
        }
        catch (Exception e)
        {
            // Whatever the environment and the files of a user hold: a message, never a stack trace or a signal.
            await error.WriteLineAsync($"dxjobs-exporter: unexpected error: {Redactor.Redact(LogFields.Text(e))}");
            return ExitCodes.Failed;
        }
    }

    /// <summary>The commands and flags themselves.</summary>
    public RootCommand Root()
    {
        var root = new RootCommand("Prometheus exporter for the jobs of AWS Data Exchange.");
        foreach (var builtIn in root.Options.OfType<VersionOption>())
        {
            builtIn.Action = new PrintAction(() => output.WriteLine($"dxjobs-exporter {BuildInfo.Version} (revision {BuildInfo.Revision})"));
        }

        AddServing(root);
        root.SetAction(ServeAsync);
        var serve = new Command("serve", "Poll and serve (also without a command).");
        AddServing(serve);
        serve.SetAction(ServeAsync);
        root.Subcommands.Add(serve);
        root.Subcommands.Add(Once());
        root.Subcommands.Add(Jobs());
        root.Subcommands.Add(Backfill());
        root.Subcommands.Add(CheckConfig());
        root.Subcommands.Add(Simulate());
        root.Subcommands.Add(Healthcheck());
        root.Subcommands.Add(Completion(root));
        foreach (var command in root.Subcommands.Prepend(root))
        {
            HelpExamples.AddTo(command, output);
        }

        return root;
    }

    private void AddServing(Command command)
    {
        foreach (Option option in (Option[])[_common.ConfigFile, _common.Listen, _common.TelemetryPath, _common.WebConfigFile, _common.Level, _common.Format, _common.Simulate])
        {
            command.Options.Add(option);
        }
    }

    private Task<int> ServeAsync(ParseResult line, CancellationToken cancellation) =>
        WithConfigurationAsync(line, settings => handlers.Serve(settings, cancellation));

    private Command Once()
    {
        var format = new Option<string>("--output")
        {
            Description = "text (Prometheus's format) or table (for people).",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "text",
            CompletionSources = { "text", "table" },
        };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is var text and not ("text" or "table"))
            {
                result.AddError($"--output: '{text}' must be text or table");
            }
        });
        var once = new Command("once", "Poll every target once and print the metrics; exit 1 if a target failed.");
        AddServing(once);
        once.Options.Add(format);
        once.SetAction((line, cancellation) => WithConfigurationAsync(
            line, settings => handlers.Once(settings, line.GetValue(format) == "table" ? OnceOutput.Table : OnceOutput.Text, cancellation)));
        return once;
    }

    private Command Jobs()
    {
        var flags = new JobsFlags();
        var jobs = new Command("jobs", "List every target once and print failed and open jobs, newest first; exit 1 if a target failed.");
        AddServing(jobs);
        flags.AddTo(jobs);
        jobs.SetAction((line, cancellation) => WithConfigurationAsync(
            line, settings => handlers.Jobs(flags.Settings(line, settings), cancellation)));
        return jobs;
    }

    private Command Backfill()
    {
        var flags = new BackfillFlags();
        var backfill = new Command("backfill", "Write the last 90 days as OpenMetrics with timestamps.");
        AddServing(backfill);
        flags.AddTo(backfill);
        backfill.SetAction((line, cancellation) => WithConfigurationAsync(
            line, settings => handlers.Backfill(flags.Settings(line, settings), cancellation)));
        return backfill;
    }

    private Command CheckConfig()
    {
        var online = new Option<bool>("--online") { Description = "Also make one signed call for each target, and say who it is signed in as." };
        var check = new Command("check-config", "Validate the configuration: all problems at once, each with its key and line.");
        AddServing(check);
        check.Options.Add(online);
        check.SetAction((line, cancellation) => WithConfigurationAsync(
            line,
            async settings =>
            {
                if (!settings.Simulate && !await CheckRegionsAsync(settings.Options))
                {
                    return ExitCodes.Usage;
                }

                await output.WriteLineAsync($"ok: {(settings.Simulate ? "the embedded simulator" : Counted(settings.Options.Targets))}");
                return line.GetValue(online) ? await handlers.CheckOnline(settings, cancellation) : ExitCodes.Done;
            },
            line.GetValue(_common.WebConfigFile) is { } web ? handlers.CheckWebConfig(web) : []));
        return check;
    }

    /// <summary>Whether every target has a region, or may get one once a source of it can be reached, which is a warning.</summary>
    private async Task<bool> CheckRegionsAsync(ExporterOptions options)
    {
        try
        {
            foreach (var target in TargetList.All(options, TargetList.RegionOfTheSdk).Where(target => target.RegionProblem is not null))
            {
                await error.WriteLineAsync($"dxjobs-exporter: warning: target '{target.Name}' has no region yet: {target.RegionProblem}; it is looked up again while running");
            }

            return true;
        }
        catch (TargetException e)
        {
            await error.WriteLineAsync($"dxjobs-exporter: {e.Message}");
            return false;
        }
    }

    private static string Counted(IReadOnlyList<TargetOptions> targets) => targets.Sum(t => Math.Max(1, t.Regions.Count)) switch
    {
        0 => "one target named \"default\" from the SDK's own chain",
        1 => "1 target",
        var several => $"{several} targets",
    };

    private Command Simulate()
    {
        var listen = new Option<ListenAddress?>("--listen")
        {
            Description = "Where to listen.",
            HelpName = "HOST:PORT",
            DefaultValueFactory = _ => new ListenAddress("127.0.0.1", 10391),
            CustomParser = result =>
            {
                var address = result.Tokens.Count > 0 ? ListenAddress.TryParse(result.Tokens[^1].Value) : null;
                if (address is null)
                {
                    result.AddError($"--listen: '{(result.Tokens.Count > 0 ? result.Tokens[^1].Value : "")}' must be an address and a port, such as 127.0.0.1:10391");
                }

                return address;
            },
        };
        var jobs = Bounded("--jobs", 10_000, 0, 5_000_000, "Jobs of the 90 days before the start.");
        var seed = Number("--seed", 1, "The same seed, the same history.", "is not a whole number", _ => true);
        var speed = Bounded("--speed", 1.0, 0.001, 1_000_000, "Simulated seconds a second.");
        var faults = new Option<string>("--faults")
        {
            HelpName = "NAME=VALUE,...",
            Description = "What goes wrong on purpose, e.g. throttle=0.05,error=0.01,latency=200ms,malformed=0.001,drop=0.01. "
                + "Also: truncate, hang, html, endless, bad-token, access-denied, expired, fail.",
            DefaultValueFactory = _ => "",
        };
        var scenario = new Option<string>("--scenario")
        {
            HelpName = "FILE",
            Description = "Feeds of the account: a scenario file (JSON), demo or none.",
            DefaultValueFactory = _ => "demo",
        };
        Command simulate = new("simulate", "Serve the simulated AWS Data Exchange API on its own.")
        {
            listen, jobs, seed, speed, faults, scenario,
        };
        simulate.SetAction((line, cancellation) => handlers.Simulate(
            new SimulateSettings(
                line.GetValue(listen)!,
                line.GetValue(jobs),
                line.GetValue(seed),
                line.GetValue(speed),
                line.GetValue(faults)!,
                line.GetValue(scenario)!),
            cancellation));
        return simulate;
    }

    private Command Healthcheck()
    {
        var timeout = new Option<string>("--timeout") { Description = "How long to wait for an answer, 5m at the most.", HelpName = "DURATION", DefaultValueFactory = _ => "3s" };
        timeout.Validators.Add(result =>
        {
            if (Patience(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError($"--timeout: '{result.GetValueOrDefault<string>()}' must be a duration such as 3s, 5m at the most");
            }
        });
        var healthcheck = new Command("healthcheck", "Ask a running exporter on this host how it is: exit 0 or 1.") { _common.Listen, _common.WebConfigFile, timeout };
        healthcheck.SetAction((line, cancellation) => handlers.Healthcheck(
            new HealthcheckSettings(line.GetValue(_common.Listen)!, line.GetValue(_common.WebConfigFile), Patience(line.GetValue(timeout))!.Value), cancellation));
        return healthcheck;
    }

    private static TimeSpan? Patience(string? text) =>
        text is not null && PrometheusDuration.TryParse(text, out var value) && value > TimeSpan.Zero && value <= TimeSpan.FromMinutes(5) ? value : null;

    private Command Completion(RootCommand root)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong(CompletionScripts.Shells);
        var completion = new Command("completion", "Print a script that completes commands and flags.") { shell };
        completion.SetAction(line => output.Write(CompletionScripts.For(line.GetValue(shell)!, root)));
        return completion;
    }

    private async Task<int> WithConfigurationAsync(ParseResult line, Func<ServeSettings, Task<int>> run, IReadOnlyList<string>? otherProblems = null)
    {
        var sources = new ConfigurationSources(line.GetValue(_common.ConfigFile), environment, hostName);
        var reading = ConfigurationLoader.Load(sources);
        List<string> problems = [.. reading.Problems.Select(p => p.ToString()), .. otherProblems ?? []];
        if (reading.Options is not null && problems.Count == 0)
        {
            // What is meant for other programs, or for all of a cluster, does not stop this one.
            foreach (var warning in TelemetryVariables.Problems(TelemetryOptions.Named(environment)))
            {
                await error.WriteLineAsync($"dxjobs-exporter: warning: {warning}");
            }

            return await run(_common.Settings(line, reading.Options, sources));
        }

        foreach (var problem in problems)
        {
            await error.WriteLineAsync(problem);
        }

        return ExitCodes.Usage;
    }

    private static Option<T> Bounded<T>(string name, T otherwise, T least, T most, string description)
        where T : struct, INumber<T> => Number(
            name, otherwise, $"{description} {least} to {most}.", $"is not a number within {least} to {most}", value => value >= least && value <= most);

    private static Option<T> Number<T>(string name, T otherwise, string description, string isNot, Func<T, bool> allowed)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = "NUMBER",
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value) || !allowed(value))
                {
                    result.AddError($"{name}: '{text}' {isNot}");
                }

                return value;
            },
        };
}
