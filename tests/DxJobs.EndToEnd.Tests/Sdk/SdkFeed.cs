using System.Xml.Linq;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Sdk;

/// <summary>
/// AWSSDK.DataExchange as signatures alone, in a folder that NuGet can restore from: made from AWS's service model where the tool for that is
/// beside the repository, else from the signatures that are kept with the tests. Those are packed either way, to be compared.
/// </summary>
public sealed class SdkFeed : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dxjobs-sdk-");

    /// <summary>A folder of the tests' own, gone when they are over.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Where the package is.</summary>
    public string Source => Beside.SurfaceTool is null ? Kept("feed") : Made("feed");

    /// <summary>The package's assembly.</summary>
    public string AssemblyPath => Beside.SurfaceTool is null ? KeptAssemblyPath : AssemblyIn(Made("src"));

    /// <summary>The assembly of the signatures that are kept with the tests.</summary>
    public string KeptAssemblyPath => AssemblyIn(Kept(""));

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Kept(""));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests/DxJobs.EndToEnd.Tests/Sdk/Signatures")))
        {
            File.Copy(file, Kept(Path.GetFileName(file)));
        }

        var core = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(p => p.Attribute("Include")!.Value == "AWSSDK.Core").Attribute("Version")!.Value;
        await Build.RunAsync("dotnet", "pack", Kept(""), "-c", "Release", "-v", "quiet", "-o", Kept("feed"), "-nodeReuse:false", $"-p:CoreVersion={core}");
        if (Beside.SurfaceTool is { } tool)
        {
            await Build.RunAsync("python3", tool, Made(""));
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Kept(string path) => Path.Combine(Folder, "kept", path);

    private string Made(string path) => Path.Combine(Folder, "made", path);

    private static string AssemblyIn(string project) => Path.Combine(project, "bin/Release/net8.0/AWSSDK.DataExchange.dll");
}
