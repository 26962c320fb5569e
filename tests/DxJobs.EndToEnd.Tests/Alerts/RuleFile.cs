using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>The shipped rule file.</summary>
internal static class RuleFile
{
    /// <summary>Its path.</summary>
    public static string Location { get; } = Repository.Path("alerts", "dxjobs.rules.yaml");

    /// <summary>Its content.</summary>
    public static string Text { get; } = File.ReadAllText(Location);

    /// <summary>Its alerts.</summary>
    public static IReadOnlyList<AlertRule> Alerts { get; } =
    [
        .. Rules().Where(r => r.Children.ContainsKey("alert")).Select(r => new AlertRule(
            Value(r, "alert"),
            Value(r, "expr"),
            r.Children.TryGetValue("for", out var duration) ? duration.ToString() : null,
            Value((YamlMappingNode)r["labels"], "severity"),
            ((YamlMappingNode)r["annotations"]).ToDictionary(a => a.Key.ToString(), a => a.Value.ToString()))),
    ];

    /// <summary>The rules of one name: one, or a warning and a critical one.</summary>
    public static IEnumerable<AlertRule> Named(string alert) => Alerts.Where(a => a.Name == alert);

    /// <summary>The names of its recorded series, and what they are recorded from.</summary>
    public static IReadOnlyDictionary<string, string> Recorded { get; } =
        Rules().Where(r => r.Children.ContainsKey("record")).ToDictionary(r => Value(r, "record"), r => Value(r, "expr"));

    /// <summary>The names of the alerts, for tests with one case each.</summary>
    public static TheoryData<string> Names { get; } = [.. Alerts.Select(a => a.Name).Distinct()];

    /// <summary>The file with another expression for one alert.</summary>
    public static string With(string alert, string expression)
    {
        var rules = new YamlStream();
        rules.Load(new StringReader(Text));
        foreach (var rule in Rules(rules).Where(r => r.Children.TryGetValue("alert", out var name) && name.ToString() == alert))
        {
            rule.Children["expr"] = expression;
        }

        using var text = new StringWriter();
        rules.Save(text, assignAnchors: false);
        return text.ToString();
    }

    /// <summary>The root of a YAML file.</summary>
    public static YamlMappingNode Root(string file)
    {
        using var reader = new StreamReader(file);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Rules()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Text));
        return Rules(stream);
    }

    private static IEnumerable<YamlMappingNode> Rules(YamlStream stream) =>
        ((YamlSequenceNode)((YamlMappingNode)stream.Documents[0].RootNode)["groups"]).Children
            .SelectMany(g => ((YamlSequenceNode)g["rules"]).Children).Cast<YamlMappingNode>();

    private static string Value(YamlMappingNode rule, string key) => rule[key].ToString();
}
