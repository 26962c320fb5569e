using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>values.yaml with its comments: one for each value, right above it.</summary>
internal static partial class ValuesFile
{
    /// <summary>Its values and groups, in order. What stands within a value (a default of several keys) is not listed.</summary>
    public static IReadOnlyList<ValueEntry> Entries { get; } = Read(File.ReadAllText(Path.Combine(Chart.Folder, "values.yaml")));

    /// <summary>The values that a user sets.</summary>
    public static IEnumerable<ValueEntry> Values => Entries.Where(e => !e.IsGroup);

    private static List<ValueEntry> Read(string text)
    {
        var root = Yaml.Documents(text)[0];
        var keys = Lines(text).ToList();
        var commented = keys.Where(k => k.Comment.Length > 0).SelectMany(k => Enumerable.Range(1, k.Path.Count).Select(n => string.Join('.', k.Path.SkipLast(n)))).ToHashSet();
        return
        [
            .. keys.Where(k => k.Path.Count == 1 || commented.Contains(string.Join('.', k.Path.SkipLast(1))))
                .Select(k => new ValueEntry(k.Path, k.Comment, root.Find([.. k.Path])!, commented.Contains(string.Join('.', k.Path)))),
        ];
    }

    private static IEnumerable<(IReadOnlyList<string> Path, string Comment)> Lines(string text)
    {
        var path = new List<string>();
        var comment = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (Key().Match(line) is { Success: true } key)
            {
                path = [.. path.Take(key.Groups["indent"].Length / 2), key.Groups["key"].Value];
                yield return (path, string.Join(' ', comment));
                comment = [];
            }
            else if (Comment().Match(line) is { Success: true } words)
            {
                comment.Add(words.Groups["words"].Value);
            }
            else
            {
                comment = [];
            }
        }
    }

    [GeneratedRegex("^(?<indent> *)(?<key>[A-Za-z_]+):")]
    private static partial Regex Key();

    [GeneratedRegex("^ *# (?<words>.*)$")]
    private static partial Regex Comment();
}
