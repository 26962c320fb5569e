namespace DxJobs.Exporter.Commands;

/// <summary>The script for zsh: to be sourced, or to be put into a folder of <c>fpath</c> as <c>_dxjobs-exporter</c>.</summary>
internal static class ZshCompletion
{
    /// <summary>The program first, then its commands.</summary>
    public static string Script(IReadOnlyList<CompletedCommand> commands) =>
        $$"""
        #compdef dxjobs-exporter
        _dxjobs_exporter() {
          local context state state_descr line
          typeset -A opt_args
          local -a commands=(
        {{string.Join('\n', commands.Skip(1).Select(command => $"    {Quoted($"{command.Name}:{command.Summary}")}"))}}
          )
          _arguments -C \
        {{Arguments(commands[0])}} \
            '1:command:->command' '*::argument:->argument'
          case $state in
            command) _describe -t commands command commands ;;
            argument)
              case $words[1] in
        {{string.Join('\n', commands.Skip(1).Select(command => $"        {command.Name}) _arguments \\\n{Arguments(command)}{Words(command)} ;;"))}}
              esac ;;
          esac
        }
        if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
          _dxjobs_exporter "$@"
        else
          (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
          compdef _dxjobs_exporter dxjobs-exporter
        fi

        """;

    private static string Arguments(CompletedCommand command) => string.Join(" \\\n", command.Flags.Select(flag => "    " + Quoted(Argument(flag))));

    private static string Argument(CompletedFlag flag) => flag switch
    {
        { TakesFile: true } => $"{flag.Name}=[{Escaped(flag.Summary)}]:file:_files",
        { Values.Count: > 0 } => $"{flag.Name}=[{Escaped(flag.Summary)}]:value:({string.Join(' ', flag.Values)})",
        { TakesValue: true } => $"{flag.Name}=[{Escaped(flag.Summary)}]:value: ",
        _ => $"{flag.Name}[{Escaped(flag.Summary)}]",
    };

    private static string Words(CompletedCommand command) =>
        command.Words.Count == 0 ? "" : $" \\\n    {Quoted($"1:word:({string.Join(' ', command.Words)})")}";

    private static string Escaped(string text) =>
        text.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
