namespace DxJobs.Exporter.Commands;

/// <summary>The script for fish.</summary>
internal static class FishCompletion
{
    private const string Complete = "complete -c dxjobs-exporter";

    /// <summary>The program first, then its commands.</summary>
    public static string Script(IReadOnlyList<CompletedCommand> commands) => string.Concat(
        commands.Skip(1).Select(command => $"{Complete} -n __fish_use_subcommand -a {command.Name} -d {Quoted(command.Summary)}\n").Prepend($"{Complete} -f\n")
            .Concat(commands.SelectMany(command => command.Flags.Select(flag => $"{Complete} {When(command)} -l {flag.Name[2..]}{Value(flag)} -d {Quoted(flag.Summary)}\n")))
            .Concat(commands.Where(command => command.Words.Count > 0).Select(command => $"{Complete} {When(command)} -a {Quoted(string.Join(' ', command.Words))}\n")));

    private static string When(CompletedCommand command) =>
        command.Name.Length == 0 ? "-n __fish_use_subcommand" : $"-n '__fish_seen_subcommand_from {command.Name}'";

    private static string Value(CompletedFlag flag) => flag switch
    {
        { TakesFile: true } => " -r -F",
        { Values.Count: > 0 } => $" -x -a {Quoted(string.Join(' ', flag.Values))}",
        { TakesValue: true } => " -x",
        _ => "",
    };

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
