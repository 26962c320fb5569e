using System.CommandLine;

namespace DxJobs.Exporter.Commands;

/// <summary>Scripts that complete commands and flags in a shell, made from the commands themselves.</summary>
internal static class CompletionScripts
{
    /// <summary>The script of a shell: bash, zsh or fish.</summary>
    public static string For(string shell, RootCommand root)
    {
        var commands = string.Join(' ', root.Subcommands.Select(c => c.Name));
        var flags = string.Join(' ', Flags(root));
        return shell switch
        {
            "fish" => string.Concat(
                root.Subcommands.Select(c => $"complete -c dxjobs-exporter -f -n __fish_use_subcommand -a {c.Name} -d '{c.Description?.Replace("'", "", StringComparison.Ordinal)}'\n")
                    .Concat(Flags(root).Select(f => $"complete -c dxjobs-exporter -l {f[2..]}\n"))
                    .Concat(root.Subcommands.SelectMany(c => Flags(c).Select(f => $"complete -c dxjobs-exporter -n '__fish_seen_subcommand_from {c.Name}' -l {f[2..]}\n")))),
            "zsh" => $"#compdef dxjobs-exporter\nautoload -U +X bashcompinit && bashcompinit\n{Bash(root, commands, flags)}",
            _ => Bash(root, commands, flags),
        };
    }

    private static string Bash(RootCommand root, string commands, string flags)
    {
        var cases = string.Concat(root.Subcommands.Select(c => $"      {c.Name}) words=\"{string.Join(' ', Flags(c))}\"; break ;;\n"));
        return $$"""
            _dxjobs_exporter() {
              local words="{{commands}} {{flags}}" word
              for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case "$word" in
            {{cases.TrimEnd('\n')}}
                esac
              done
              case "${COMP_WORDS[COMP_CWORD-1]}" in
                --config.file|--web.config.file) COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")) ;;
                --log.level) COMPREPLY=($(compgen -W "debug info warn error" -- "${COMP_WORDS[COMP_CWORD]}")) ;;
                --log.format) COMPREPLY=($(compgen -W "logfmt json" -- "${COMP_WORDS[COMP_CWORD]}")) ;;
                --output) COMPREPLY=($(compgen -W "text table" -- "${COMP_WORDS[COMP_CWORD]}")) ;;
                completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "${COMP_WORDS[COMP_CWORD]}")) ;;
                *) COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}")) ;;
              esac
            }
            complete -F _dxjobs_exporter dxjobs-exporter

            """;
    }

    private static IEnumerable<string> Flags(Command command) => command.Options.Select(o => o.Name).Where(n => n.StartsWith("--", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
