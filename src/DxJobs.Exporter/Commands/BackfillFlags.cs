using System.CommandLine.Parsing;
using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Commands;

/// <summary>Flags of <c>backfill</c> besides the common ones.</summary>
internal sealed partial class BackfillFlags
{
    private const int MaxDays = 90;

    private static readonly string[] ReservedLabels =
        ["target", "account_id", "region", "state", "type", "window", "code", "limit_name", "data_set_id", "source", "le"];

    private readonly Option<string> _outputFile = new("--output-file")
    {
        Description = "Output file, replaced if it exists.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<int> _days = new("--days")
    {
        Description = "Days of history. 1 to 90.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => MaxDays,
        CustomParser = result => Parsed(
            result,
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaxDays
                ? days
                : 0,
            "a number from 1 to 90"),
    };

    private readonly Option<string> _step = new("--step")
    {
        Description = "Interval between samples, 15s to 1d. Above 5m, queries have gaps.",
        HelpName = "DURATION",
        DefaultValueFactory = _ => "5m",
    };

    private readonly Option<string?> _end = new("--end")
    {
        Description = "End of the range, such as 2026-03-01T12:00:00Z: the first scrape of a running exporter. Default: now.",
        HelpName = "TIME",
    };

    private readonly Option<string?> _target = new("--target")
    {
        Description = "Target name, or name/region. Default: all targets.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _labels = new("--label")
    {
        Description = "Label of every series, repeatable: job and instance as in Prometheus.",
        HelpName = "NAME=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _dataSets = new("--data-sets") { Description = "Also write the series per data set." };

    public BackfillFlags()
    {
        _step.Validators.Add(result => Validate(result, StepOf, "a duration from 15s to 1d, such as 5m"));
        _end.Validators.Add(result => Validate(result, EndOf, "a time such as 2026-03-01T12:00:00Z"));
        _labels.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(token => token.Value).Where(text => LabelOf(text) is null))
            {
                result.AddError($"--label: '{text}' must be NAME=VALUE with a label name that the metrics do not use");
            }
        });
    }

    /// <summary>Adds the flags to the command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_outputFile, _days, _step, _end, _target, _labels, _dataSets])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings of a command line.</summary>
    public BackfillSettings Settings(ParseResult line, ServeSettings serve) => new(
        serve,
        line.GetValue(_outputFile)!,
        line.GetValue(_days),
        StepOf(line.GetValue(_step)!)!.Value,
        line.GetValue(_end) is { } end ? EndOf(end) : null,
        line.GetValue(_target),
        [.. (line.GetValue(_labels) ?? []).Select(text => LabelOf(text)!.Value)],
        line.GetValue(_dataSets));

    private static TimeSpan? StepOf(string text) =>
        PrometheusDuration.TryParse(text, out var step) && step >= TimeSpan.FromSeconds(15) && step <= TimeSpan.FromDays(1)
            ? step
            : null;

    private static DateTimeOffset? EndOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null;

    private static KeyValuePair<string, string>? LabelOf(string text) =>
        text.Split('=', 2) is [var name, var value] && LabelName().IsMatch(name) && !ReservedLabels.Contains(name)
            ? new KeyValuePair<string, string>(name, value)
            : null;

    private static void Validate<T>(OptionResult result, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (result.GetValueOrDefault<string?>() is { } text && parse(text) is null)
        {
            result.AddError($"{result.Option.Name}: '{text}' must be {expected}");
        }
    }

    private static int Parsed(ArgumentResult result, Func<string, int> parse, string expected)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        var value = parse(text);
        if (value == 0)
        {
            result.AddError($"--days: '{text}' must be {expected}");
        }

        return value;
    }

    [GeneratedRegex("^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$")]
    private static partial Regex LabelName();
}
