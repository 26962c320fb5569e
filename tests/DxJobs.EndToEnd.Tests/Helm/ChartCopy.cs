namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>A copy of the chart without symbolic links, in a temporary folder.</summary>
internal sealed class ChartCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dxjobs-chart-");

    public ChartCopy() => CopyTo(_folder.FullName);

    /// <summary>The folder of the copy.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Copies the chart into a folder.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.GetFiles(Chart.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Chart.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The path of a file in the copy.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
