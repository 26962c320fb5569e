using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DxJobs.Core.Jobs;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Commands;

/// <summary>Flags of <c>jobs</c> besides the common ones.</summary>
internal sealed class JobsFlags
{
    private static readonly string[] Listed = [JobState.Error, JobState.TimedOut, JobState.Waiting, JobState.InProgress];

    private readonly Option<string?> _target = new("--target")
    {
        Description = "Target name, or name/region. Default: all targets.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _states = new("--state")
    {
        Description = $"State, repeatable: {string.Join(", ", Listed)}. Default: all of these.",
        HelpName = "STATE",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> _type = new("--type") { Description = "Job type, such as IMPORT_ASSETS_FROM_S3.", HelpName = "TYPE" };

    private readonly Option<string?> _dataSet = new("--data-set") { Description = "Data set id.", HelpName = "ID" };

    private readonly Option<string?> _since = new("--since")
    {
        Description = "Only jobs that changed within this duration, such as 1d.",
        HelpName = "DURATION",
    };

    private readonly Option<int?> _limit = new("--limit")
    {
        Description = "Maximum number of jobs, newest first. Default: no limit.",
        HelpName = "NUMBER",
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            {
                return limit;
            }

            result.AddError($"--limit: '{text}' must be a number from 1");
            return null;
        },
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "table or json.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "table",
        CompletionSources = { "table", "json" },
    };

    public JobsFlags()
    {
        _states.CompletionSources.Add(Listed);
        _type.CompletionSources.Add([.. DocumentedValues.Types]);
        _states.Validators.Add(result =>
        {
            foreach (var state in result.Tokens.Select(token => token.Value).Where(state => !Listed.Contains(state)))
            {
                result.AddError($"--state: '{state}' must be one of {string.Join(", ", Listed)}");
            }
        });
        _since.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !PrometheusDuration.TryParse(text, out _))
            {
                result.AddError($"--since: '{text}' must be a duration such as 30m, 6h or 1d");
            }
        });
        _output.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is var text and not ("table" or "json"))
            {
                result.AddError($"--output: '{text}' must be table or json");
            }
        });
    }

    /// <summary>Adds the flags to the command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_target, _states, _type, _dataSet, _since, _limit, _output])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings of a command line.</summary>
    public JobsSettings Settings(ParseResult line, ServeSettings serve) => new(
        serve,
        line.GetValue(_target),
        line.GetValue(_states) is { Length: > 0 } states ? states : Listed,
        line.GetValue(_type),
        line.GetValue(_dataSet),
        line.GetValue(_since) is { } since ? PrometheusDuration.Parse(since) : null,
        line.GetValue(_limit),
        line.GetValue(_output) == "json");
}
