using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Documentation;

/// <summary>A folder of its own for a test, which goes with it.</summary>
internal sealed class Folder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("dxjobs-docs-").FullName;

    /// <summary>Where something in it is.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, and says where it is.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Copies the files of a folder of the repository.</summary>
    public void CopyFrom(params string[] folder)
    {
        foreach (var file in Directory.GetFiles(Repository.Path(folder)))
        {
            File.Copy(file, PathOf(System.IO.Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>Makes <c>ca.pem</c>, <c>server.pem</c> and <c>server.key</c> with the script of the example.</summary>
    public async Task MakeCertificatesAsync()
    {
        CopyFrom("examples", "tls");
        Tool.Require("openssl");
        var run = await Run.ToEndAsync("bash", PathOf("make-test-certificates.sh"));
        Assert.True(run.Status == 0, run.Error);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
