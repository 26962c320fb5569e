using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>Ways into YAML.</summary>
internal static class Yaml
{
    /// <summary>The documents of a text, empty ones left out.</summary>
    public static IReadOnlyList<YamlNode> Documents(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(d => d.RootNode).Where(n => n is YamlMappingNode)];
    }

    /// <summary>What stands at a path of keys and places; null for nothing.</summary>
    public static YamlNode? Find(this YamlNode node, params string[] path)
    {
        var found = node;
        foreach (var step in path)
        {
            found = found switch
            {
                YamlMappingNode map when map.Children.TryGetValue(step, out var value) => value,
                YamlSequenceNode list => list.Children.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        return found;
    }

    /// <summary>The scalar at a path; null for nothing.</summary>
    public static string? Text(this YamlNode node, params string[] path) => (node.Find(path) as YamlScalarNode)?.Value;

    /// <summary>The list at a path; empty for nothing.</summary>
    public static IReadOnlyList<YamlNode> Items(this YamlNode node, params string[] path) => [.. (node.Find(path) as YamlSequenceNode)?.Children ?? []];

    /// <summary>The map of strings at a path; empty for nothing.</summary>
    public static IReadOnlyDictionary<string, string> Strings(this YamlNode node, params string[] path) =>
        (node.Find(path) as YamlMappingNode ?? new YamlMappingNode()).Children.ToDictionary(p => p.Key.ToString(), p => p.Value.ToString());

    /// <summary>The keys of the map at a path.</summary>
    public static IReadOnlyList<string> Keys(this YamlNode node, params string[] path) => [.. node.Strings(path).Keys];

    /// <summary>On one line, with keys as they stand or in order.</summary>
    public static string Flow(this YamlNode node, bool sorted = false) => node switch
    {
        YamlMappingNode map => $"{{{string.Join(", ", (sorted ? map.Children.OrderBy(p => p.Key.ToString(), StringComparer.Ordinal) : map.Children.AsEnumerable()).Select(p => $"{p.Key}: {p.Value.Flow(sorted)}"))}}}",
        YamlSequenceNode list => $"[{string.Join(", ", list.Select(i => i.Flow(sorted)))}]",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when !sorted => scalar.Value!,
        _ => JsonSerializer.Serialize(((YamlScalarNode)node).Value),
    };
}
