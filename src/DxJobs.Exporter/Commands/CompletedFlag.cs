using System.CommandLine;
using System.CommandLine.Completions;

namespace DxJobs.Exporter.Commands;

/// <summary>What a shell can complete of a flag.</summary>
/// <param name="Name">Its name, with the two dashes.</param>
/// <param name="Summary">What it says.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="TakesFile">Whether that is the path of a file.</param>
/// <param name="Values">What the value may be, where that is a short list.</param>
internal sealed record CompletedFlag(string Name, string Summary, bool TakesValue, bool TakesFile, IReadOnlyList<string> Values)
{
    /// <summary>The one that every command has.</summary>
    public static CompletedFlag Help { get; } = new("--help", "Show help", false, false, []);

    /// <summary>Of an option.</summary>
    public static CompletedFlag Of(Option option)
    {
        var takesValue = option.ValueType != typeof(bool) && option is not VersionOption;
        return new CompletedFlag(
            option.Name,
            CompletedCommand.FirstWords(option.Description),
            takesValue,
            option.Name.EndsWith(".file", StringComparison.Ordinal),
            takesValue ? [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)] : []);
    }
}
