using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Configuration;

/// <summary>Finds keys that nobody reads: a misspelt key would else silently mean its default.</summary>
internal static class UnknownKeys
{
    private static readonly HashSet<string> Sections = [.. ConfigurationSchema.All.SelectMany(key => Prefixes(key.Path))];

    /// <summary>Finds them.</summary>
    public static void Find(SettingTree tree, List<ConfigurationProblem> problems)
    {
        foreach (var (path, setting) in tree.All)
        {
            var generic = SettingTree.Generic(path);
            if (ConfigurationSchema.Find(generic) is null && Problem(path, generic, setting) is { } message)
            {
                problems.Add(new ConfigurationProblem(setting.Source, setting.Line, SettingTree.Readable(path), message));
            }
        }
    }

    private static string? Problem(string path, string generic, Setting setting)
    {
        if (Sections.Contains(generic))
        {
            var isList = Sections.Contains(generic + ".[]") || ConfigurationSchema.Find(generic + ".[]") is not null;
            return setting.Value is null ? null : isList ? "must be a list" : "must be a section of keys and values";
        }

        // The outermost part that is wrong is the one to speak of.
        var parts = generic.Split('.');
        var known = 0;
        while (known < parts.Length && Sections.Contains(string.Join('.', parts[..(known + 1)])))
        {
            known++;
        }

        var parent = string.Join('.', parts[..known]);
        if (ConfigurationSchema.Find(string.Join('.', parts[..(known + 1)])) is not null)
        {
            return $"{SettingTree.Readable(string.Join('.', path.Split('.')[..(known + 1)]))} must be a single value";
        }

        if (parts[known] != "[]" && Sections.Contains(parent + ".[]"))
        {
            return $"{parent} must be a list";
        }

        var siblings = ConfigurationSchema.All.Select(k => k.Path).Where(p => parent.Length == 0 || p.StartsWith(parent + ".", StringComparison.Ordinal))
            .Select(p => p[(parent.Length == 0 ? 0 : parent.Length + 1)..].Split('.')[0]).Where(p => p != "[]").Distinct().ToList();
        return siblings.Count == 0 || parts[known] == "[]"
            ? "must not be a list"
            : $"there is no key '{SettingReader.Truncate(parts[known])}' here{SpellingSuggestion.Suggest(parts[known], siblings)}";
    }

    private static IEnumerable<string> Prefixes(string path)
    {
        for (var at = path.IndexOf('.', StringComparison.Ordinal); at >= 0; at = path.IndexOf('.', at + 1))
        {
            yield return path[..at];
        }
    }
}
