using System.CommandLine;

namespace DxJobs.Exporter.Commands;

/// <summary>Scripts that complete commands and flags in a shell, made from the commands themselves.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells.</summary>
    public static readonly string[] Shells = ["bash", "zsh", "fish"];

    /// <summary>The script of a shell.</summary>
    public static string For(string shell, RootCommand root) => shell switch
    {
        "fish" => FishCompletion.Script(CompletedCommand.All(root)),
        "zsh" => ZshCompletion.Script(CompletedCommand.All(root)),
        _ => BashCompletion.Script(CompletedCommand.All(root)),
    };
}
