using YamlDotNet.RepresentationModel;

namespace DxJobs.Exporter.Configuration;

/// <summary>Reads the values of a YAML file (JSON is YAML) into a tree, with the line of each.</summary>
internal sealed class YamlSettings(string file, SettingTree tree, List<ConfigurationProblem> problems)
{
    /// <summary>Two hundred values for each of a thousand targets; aliases within aliases end here.</summary>
    private const int MaxValues = 200_000;

    private int _values;

    /// <summary>Reads a text.</summary>
    public void Read(string text)
    {
        var (root, line, problem) = YamlText.Read(text);
        if (problem is not null)
        {
            problems.Add(new ConfigurationProblem(file, line, "", problem));
        }
        else if (root is YamlMappingNode)
        {
            Read("", root, 0);
        }
        else if (root is not null)
        {
            problems.Add(new ConfigurationProblem(file, line, "", "must be keys and values such as poll and targets"));
        }
    }

    private void Read(string path, YamlNode node, int depth)
    {
        if (++_values > MaxValues || depth > YamlText.MaxDepth)
        {
            if (_values == MaxValues + 1 || depth > YamlText.MaxDepth)
            {
                problems.Add(new ConfigurationProblem(file, YamlText.LineOf(node), SettingTree.Readable(path), "there is too much in this file, or an alias within itself"));
            }

            return;
        }

        switch (node)
        {
            case YamlScalarNode scalar:
                tree.Set(path, new Setting(YamlText.IsNull(scalar) ? null : scalar.Value, file, YamlText.LineOf(node)));
                break;
            case YamlSequenceNode { Children.Count: 0 } or YamlMappingNode { Children.Count: 0 } when path.Length > 0:
                // Nothing was given, but a key of that name was; where one value is wanted, it is no value.
                var isOneValue = ConfigurationSchema.Find(SettingTree.Generic(path)) is not null;
                tree.Set(path, new Setting(isOneValue ? node is YamlSequenceNode ? "[]" : "{}" : null, file, YamlText.LineOf(node)));
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
                problems.Add(new ConfigurationProblem(file, YamlText.LineOf(key), SettingTree.Readable(path), $"'{Truncate(name)}' is no key"));
                continue;
            }

            if (name == "<<")
            {
                problems.Add(new ConfigurationProblem(file, YamlText.LineOf(key), SettingTree.Readable(path), "keys can't be merged with <<; write them out"));
                continue;
            }

            Read(path.Length == 0 ? name : $"{path}.{name}", child, depth + 1);
        }
    }

    private static string Truncate(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
