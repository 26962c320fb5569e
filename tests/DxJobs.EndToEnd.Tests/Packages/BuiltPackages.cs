using DxJobs.EndToEnd.Tests.Native;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Packages;

/// <summary>The packages of a release, built once by the script that the release workflow calls.</summary>
public sealed class BuiltPackages : IAsyncLifetime
{
    private readonly NativeBinary _binary = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dxjobs-packages-");

    /// <summary>The version of the packages.</summary>
    public const string Version = "1.2.3";

    /// <summary>The path of one of the built files.</summary>
    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>The names of the built files.</summary>
    public IEnumerable<string> Files => _folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal);

    /// <summary>The path of the native binary in them.</summary>
    public string Binary => _binary.Path;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Tool.Require("rpmbuild");
        await _binary.InitializeAsync();
        await BuildAsync("amd64", _folder.FullName);
    }

    /// <summary>Builds the packages of an architecture into a folder.</summary>
    public Task<string> BuildAsync(string architecture, string folder) => Build.RunAsync(
        Repository.Path("eng", "package.sh"), "--arch", architecture, "--binary", Binary, "--runner", Binary, "--version", Version, "--output", folder);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _binary.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
