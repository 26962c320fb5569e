using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Native;

/// <summary>
/// The program as it is shipped: compiled to native code, once for all tests that need it. <c>TESTED_NATIVE_BINARY</c> names one that is there
/// already, to save the minutes.
/// </summary>
public sealed class NativeBinary : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dxjobs-native-");

    /// <summary>Where it is.</summary>
    public string Path { get; private set; } = "";

    /// <summary>All files that were published.</summary>
    public IReadOnlyList<string> Published { get; private set; } = [];

    /// <summary>What the compiler said, as far as it was kept.</summary>
    public string BuildLog { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("TESTED_NATIVE_BINARY") is { Length: > 0 } there)
        {
            var folder = System.IO.Path.GetDirectoryName(there)!;
            (Path, Published) = (there, Directory.GetFiles(folder));

            // test.sh keeps it beside the folder.
            BuildLog = File.Exists(folder + ".log") ? await File.ReadAllTextAsync(folder + ".log") : "";
            return;
        }

        // From a copy, so that the usual build's intermediate files are left alone.
        var source = System.IO.Path.Combine(_folder.FullName, "source");
        const string Needed = "src eng Directory.*.props global.json .editorconfig";
        await Build.RunAsync(
            "bash", "-c", $"mkdir -p '{source}' && cd '{Repository.Root}' && git ls-files -z --cached --others --exclude-standard {Needed} | xargs -0 cp --parents -t '{source}'");
        var published = System.IO.Path.Combine(_folder.FullName, "published");
        BuildLog = await Build.RunAsync(
            "dotnet", "publish", System.IO.Path.Combine(source, "src/DxJobs.Exporter"), "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "-o", published);
        Path = System.IO.Path.Combine(published, "dxjobs-exporter");
        Published = Directory.GetFiles(published);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
