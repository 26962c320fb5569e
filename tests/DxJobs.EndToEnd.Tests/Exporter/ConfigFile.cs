namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>A configuration file in a folder of its own, which goes with it.</summary>
internal sealed class ConfigFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dxjobs-config-").FullName;

    public ConfigFile(string text) => Write(text);

    /// <summary>Where it is.</summary>
    public string Path => PathOf("dxjobs.yaml");

    /// <summary>Where something else in the folder is.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>Puts another text in its place, all at once.</summary>
    public void Write(string text)
    {
        File.WriteAllText(PathOf("new"), text);
        File.Move(PathOf("new"), Path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
