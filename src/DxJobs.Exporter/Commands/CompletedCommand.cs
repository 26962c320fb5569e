using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;

namespace DxJobs.Exporter.Commands;

/// <summary>What a shell can complete of a command.</summary>
/// <param name="Name">What it is called; empty for the program itself.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Words">What its one argument may be; empty for a command without one.</param>
internal sealed record CompletedCommand(string Name, string Summary, IReadOnlyList<CompletedFlag> Flags, IReadOnlyList<string> Words)
{
    /// <summary>The program, then its commands.</summary>
    public static IReadOnlyList<CompletedCommand> All(RootCommand root) => [Of(root), .. root.Subcommands.Select(Of)];

    /// <summary>Up to the first full stop or colon: a line of completions is short.</summary>
    public static string FirstWords(string? text) => (text ?? "").Split(". ")[0].Split(": ")[0].Split(" [")[0].TrimEnd('.');

    private static CompletedCommand Of(Command command) => new(
        command is RootCommand ? "" : command.Name,
        FirstWords(command.Description),
        [.. command.Options.Where(option => option is not HelpOption).Select(CompletedFlag.Of).Append(CompletedFlag.Help).OrderBy(flag => flag.Name, StringComparer.Ordinal)],
        [.. command.Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty)).Select(item => item.Label)]);
}
