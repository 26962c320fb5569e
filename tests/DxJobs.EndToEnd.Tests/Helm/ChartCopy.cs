namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>A copy of the chart without symbolic links, in a folder that goes with it.</summary>
internal sealed class ChartCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dxjobs-chart-");

    public ChartCopy()
    {
        foreach (var file in Directory.GetFiles(Chart.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(Chart.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Where it is.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Where something in it is.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
