using DxJobs.Core.Utilities;

namespace DxJobs.Exporter.Configuration;

/// <summary>From the file and the environment to options, or to everything that is wrong with them at once.</summary>
internal static class ConfigurationLoader
{
    /// <summary>The most bytes of a file.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    /// <summary>Reads the sources.</summary>
    public static ConfigurationReading Load(ConfigurationSources sources)
    {
        if (sources.File is null)
        {
            return Load("", sources);
        }

        try
        {
            return Load(BoundedFile.ReadText(sources.File, LargestFile), sources);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Failed(sources.File, e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : $"can't be read: {e.Message}");
        }
    }

    /// <summary>Reads a text in the place of the file.</summary>
    public static ConfigurationReading Load(string text, ConfigurationSources sources)
    {
        var file = sources.File ?? "configuration";
        var problems = new List<ConfigurationProblem>();
        var tree = new SettingTree();
        new YamlSettings(file, tree, problems).Read(text);
        EnvironmentSettings.Read(sources.Environment, tree, problems);
        UnknownKeys.Find(tree, problems);
        var options = OptionsBuilder.Build(new SettingReader(tree, file, problems), sources.HostName);
        return problems.Count == 0 ? new ConfigurationReading(options, []) : new ConfigurationReading(null, [.. problems.OrderBy(p => p.Line ?? int.MaxValue)]);
    }

    private static ConfigurationReading Failed(string file, string message) => new(null, [new ConfigurationProblem(file, null, "", message)]);
}
