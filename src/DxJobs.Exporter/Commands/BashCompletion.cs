namespace DxJobs.Exporter.Commands;

/// <summary>The script for bash.</summary>
internal static class BashCompletion
{
    /// <summary>The program first, then its commands.</summary>
    public static string Script(IReadOnlyList<CompletedCommand> commands)
    {
        var cases = commands.Skip(1).Select(command => $"      {command.Name}) words='{Words(command)}'; break ;;");
        var files = commands.SelectMany(command => command.Flags).Where(flag => flag.TakesFile).Select(flag => flag.Name).Distinct();
        var values = commands.SelectMany(command => command.Flags).Where(flag => flag.Values.Count > 0).DistinctBy(flag => flag.Name)
            .Select(flag => $"    {flag.Name}) words='{string.Join(' ', flag.Values)}' ;;");
        var free = commands.SelectMany(command => command.Flags).Where(flag => flag is { TakesValue: true, TakesFile: false, Values.Count: 0 }).Select(flag => flag.Name).Distinct();
        return $$"""
            _dxjobs_exporter() {
              local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} word
              local words='{{string.Join(' ', commands.Skip(1).Select(command => command.Name))}} {{Words(commands[0])}}'
              # --log.level=debug is three words to bash.
              if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
              for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case $word in
            {{string.Join('\n', cases)}}
                esac
              done
              case $prev in
                {{string.Join('|', files)}})
                  compopt -o filenames 2>/dev/null
                  local IFS=$'\n'
                  COMPREPLY=($(compgen -f -- "$cur"))
                  return ;;
            {{string.Join('\n', values)}}
                {{string.Join('|', free)}}) words='' ;;
              esac
              COMPREPLY=($(compgen -W "$words" -- "$cur"))
            }
            complete -F _dxjobs_exporter dxjobs-exporter

            """;
    }

    private static string Words(CompletedCommand command) => string.Join(' ', command.Words.Concat(command.Flags.Select(flag => flag.Name)));
}
