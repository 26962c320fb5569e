namespace DxJobs.Exporter.Configuration;

/// <summary>Puts <c>DXJOBS_POLL__INTERVAL</c> and the like over the values of the file.</summary>
internal static class EnvironmentSettings
{
    /// <summary>The variables that stand for flags and are not part of the configuration file.</summary>
    public static readonly IReadOnlyList<string> Flags =
        ["DXJOBS_CONFIG__FILE", "DXJOBS_WEB__LISTEN_ADDRESS", "DXJOBS_WEB__TELEMETRY_PATH", "DXJOBS_WEB__CONFIG__FILE", "DXJOBS_LOG__LEVEL", "DXJOBS_LOG__FORMAT"];

    /// <summary>Reads them.</summary>
    public static void Read(IReadOnlyDictionary<string, string> environment, SettingTree tree, List<ConfigurationProblem> problems)
    {
        foreach (var (name, value) in environment.Where(v => IsOurs(v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var path = name[ConfigurationSources.Prefix.Length..].Replace("__", ".", StringComparison.Ordinal).ToLowerInvariant();
            var generic = SettingTree.Generic(path);
            if (KeyCatalogue.Find(generic) is not null)
            {
                tree.Clear(path);
                tree.Set(path, new Setting(value, name, null));
            }
            else if (KeyCatalogue.Find(generic + ".[]") is not null)
            {
                tree.Clear(path);
                foreach (var (index, item) in value.Split(',', StringSplitOptions.TrimEntries).Index())
                {
                    tree.Set($"{path}.{index}", new Setting(item, name, null));
                }
            }
            else
            {
                problems.Add(new ConfigurationProblem(name, null, "", "there is no such key" + Spelling.Suggest(generic, KeyCatalogue.All.Select(k => k.Path), Variable)));
            }
        }
    }

    private static bool IsOurs(string name) =>
        name.StartsWith(ConfigurationSources.Prefix, StringComparison.Ordinal) && !Flags.Contains(name) && name != "DXJOBS_UPDATE_GOLDEN";

    private static string Variable(string path) =>
        ConfigurationSources.Prefix + path.Replace(".[]", "__0", StringComparison.Ordinal).Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant();
}
