using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DxJobs.Exporter.Configuration;

/// <summary>Reads the values of a YAML file (JSON is YAML) into a tree, with the line of each.</summary>
internal sealed class YamlSettings(string file, SettingTree tree, List<ConfigurationProblem> problems)
{
    private const int MaxDepth = 16;

    /// <summary>Two hundred values for each of a thousand targets; aliases within aliases end here.</summary>
    private const int MaxValues = 200_000;

    private int _values;

    /// <summary>Reads a text.</summary>
    public void Read(string text)
    {
        try
        {
            if (LineTooDeep(text) is { } line)
            {
                problems.Add(new ConfigurationProblem(file, line, "", $"nested more than {MaxDepth} levels deep"));
                return;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 1)
            {
                problems.Add(new ConfigurationProblem(file, LineOf(stream.Documents[1].RootNode), "", "a second document begins here; there must be one"));
                return;
            }

            if (stream.Documents.Count == 1 && !IsNull(stream.Documents[0].RootNode))
            {
                ReadRoot(stream.Documents[0].RootNode);
            }
        }
        catch (YamlException e)
        {
            var words = (e.InnerException ?? e).Message.Split('\n', '\r')[0];
            problems.Add(new ConfigurationProblem(file, (int)Math.Clamp(e.Start.Line, 1, text.Count('\n') + 1), "", "not valid YAML: " + words));
        }
    }

    private void ReadRoot(YamlNode root)
    {
        if (root is YamlMappingNode)
        {
            Read("", root, 0);
        }
        else
        {
            problems.Add(new ConfigurationProblem(file, LineOf(root), "", "must be keys and values such as poll and targets"));
        }
    }

    private void Read(string path, YamlNode node, int depth)
    {
        if (++_values > MaxValues || depth > MaxDepth)
        {
            if (_values == MaxValues + 1 || depth > MaxDepth)
            {
                problems.Add(new ConfigurationProblem(file, LineOf(node), SettingTree.Readable(path), "there is too much in this file, or an alias within itself"));
            }

            return;
        }

        switch (node)
        {
            case YamlScalarNode scalar:
                tree.Set(path, new Setting(IsNull(scalar) ? null : scalar.Value, file, LineOf(node)));
                break;
            case YamlSequenceNode list:
                foreach (var (index, child) in list.Children.Index())
                {
                    Read($"{path}.{index}", child, depth + 1);
                }

                break;
            case YamlMappingNode mapping:
                ReadMapping(path, mapping, depth);
                break;
        }
    }

    private void ReadMapping(string path, YamlMappingNode mapping, int depth)
    {
        foreach (var (key, child) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (name.Length == 0 || name.Contains('.', StringComparison.Ordinal) || name.All(char.IsAsciiDigit))
            {
                problems.Add(new ConfigurationProblem(file, LineOf(key), SettingTree.Readable(path), $"'{Short(name)}' is no key"));
                continue;
            }

            Read(path.Length == 0 ? name : $"{path}.{name}", child, depth + 1);
        }
    }

    /// <summary>The reader of nodes calls itself for every level, the parser does not: so the parser looks first.</summary>
    private static int? LineTooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth)
            {
                return (int)parser.Current.Start.Line;
            }
        }

        return null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static int LineOf(YamlNode node) => (int)node.Start.Line;

    private static bool IsNull(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };
}
