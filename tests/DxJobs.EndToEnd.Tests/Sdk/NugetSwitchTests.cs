using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Sdk;

/// <summary><c>-p:DataExchangeSdk=nuget</c> builds the same exporter on AWS's own package.</summary>
[Collection(nameof(SdkFeedGroup))]
public sealed class NugetSwitchTests(SdkFeed feed)
{
    private static readonly string[] Projects = ["src", "tests"];
    private static readonly string[] Restored = ["packages.lock.json", "obj/project.assets.json"];

    [Fact]
    public async Task The_exporter_builds_on_the_package_and_the_usual_build_is_left_alone()
    {
        var before = Fingerprints();
        Assert.NotEmpty(before);

        // A packages folder of its own, the usual one being read only: signatures must never be taken for AWS's package in some later build.
        var locals = await Build.RunAsync("dotnet", "nuget", "locals", "global-packages", "--list", "--force-english-output");
        var packages = locals[(locals.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        await Build.RunAsync(
            "dotnet",
            "build",
            "src/DxJobs.Exporter",
            "-c",
            "Release",
            "-v",
            "quiet",
            "-nodeReuse:false",
            "-p:UseSharedCompilation=false",
            "-p:DataExchangeSdk=nuget",
            $"-p:RestoreAdditionalProjectSources={feed.Source}",
            $"-p:ArtifactsPath={Path.Combine(feed.Folder, "artifacts")}",
            $"-p:RestorePackagesPath={Path.Combine(feed.Folder, "packages")}",
            $"-p:RestoreFallbackFolders={packages}");

        Assert.Equal(before, Fingerprints());
        var (assemblies, types) = References(Path.Combine(feed.Folder, "artifacts/bin/DxJobs.Exporter/release/dxjobs-exporter.dll"));
        Assert.Contains("AWSSDK.DataExchange", assemblies);
        Assert.DoesNotContain("DxJobs.DataExchange", assemblies);
        Assert.Contains("Amazon.DataExchange.Model.ListJobsRequest", types);
    }

    /// <summary>The lock files and what restore left behind for the usual build.</summary>
    private static SortedDictionary<string, string> Fingerprints() => new(
        Projects.SelectMany(folder => Directory.GetDirectories(Path.Combine(Repository.Root, folder)))
            .SelectMany(project => Restored.Select(file => Path.Combine(project, file)))
            .Where(File.Exists)
            .ToDictionary(path => path, path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);

    /// <summary>The assemblies that one refers to, and the types of AWS's package that it uses.</summary>
    private static (List<string> Assemblies, List<string> Types) References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Where(t => t.ResolutionScope.Kind == HandleKind.AssemblyReference
                && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)t.ResolutionScope).Name) == "AWSSDK.DataExchange")
            .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}");
        return ([.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))], [.. types]);
    }
}
