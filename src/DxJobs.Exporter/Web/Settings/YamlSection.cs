using DxJobs.Exporter.Configuration;
using YamlDotNet.RepresentationModel;

namespace DxJobs.Exporter.Web.Settings;

/// <summary>A mapping of which every key is asked for by name; what nobody asked for is a mistake of its writer.</summary>
/// <param name="path">The mapping's own key path; empty for the root.</param>
/// <param name="node">The mapping.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class YamlSection(string path, YamlMappingNode node, List<WebConfigProblem> problems)
{
    private readonly List<string> _known = [];

    /// <summary>Every pair, for mappings whose keys are the user's own.</summary>
    public IEnumerable<(string Key, int Line, YamlNode Value)> Pairs => node.Children.Select(c => (Name(c.Key), YamlText.LineOf(c.Key), c.Value));

    /// <summary>The line of a key; that of the section when it is not there.</summary>
    public int LineOf(string key) => YamlText.LineOf(node.Children.Keys.FirstOrDefault(k => Name(k) == key) ?? node);

    /// <summary>The path of a key in this section.</summary>
    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>Says that something is wrong with a key.</summary>
    public void Problem(string key, string message) => problems.Add(new WebConfigProblem(LineOf(key), PathOf(key), message));

    /// <summary>A text; null when the key is absent or empty.</summary>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => YamlText.IsNull(scalar) || scalar.Value is "" ? null : scalar.Value,
        _ => Wrong<string>(key, "must be a text"),
    };

    /// <summary>A truth value.</summary>
    public bool Flag(string key, bool otherwise) => Text(key) is not { } text
        ? otherwise
        : YamlText.ToBoolean(text) ?? Wrong<bool?>(key, "must be true or false") ?? otherwise;

    /// <summary>A list of texts with their lines; empty when the key is absent.</summary>
    public IReadOnlyList<(string Value, int Line)> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
            case YamlScalarNode scalar when YamlText.IsNull(scalar):
                return [];
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode s && !YamlText.IsNull(s)):
                return [.. list.Children.Select(c => (((YamlScalarNode)c).Value!, YamlText.LineOf(c)))];
            default:
                Problem(key, "must be a list of texts");
                return [];
        }
    }

    /// <summary>A section within this one; null when the key is absent or empty.</summary>
    public YamlSection? Section(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar when YamlText.IsNull(scalar) => null,
        YamlMappingNode mapping => new YamlSection(PathOf(key), mapping, problems),
        _ => Wrong<YamlSection>(key, "must be a section of keys and values"),
    };

    /// <summary>Says of every key that nobody asked for that it is unknown. Call it last.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var (key, line, _) in Pairs.Where(p => !_known.Contains(p.Key)))
        {
            problems.Add(new WebConfigProblem(line, PathOf(key), $"unknown key; known here: {string.Join(", ", _known)}"));
        }
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return node.Children.FirstOrDefault(c => Name(c.Key) == key).Value;
    }

    private T? Wrong<T>(string key, string message)
    {
        Problem(key, message);
        return default;
    }

    private static string Name(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";
}
