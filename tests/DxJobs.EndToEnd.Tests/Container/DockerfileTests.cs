using System.Text.Json.Nodes;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Container;

/// <summary>What can be known of the Dockerfile without building, for the architecture that this machine is not.</summary>
public sealed class DockerfileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("Dockerfile"));

    /// <summary>BuildKit sets these by --platform, but not where they have a default: the image for arm64 would hold a binary for amd64.</summary>
    [Fact]
    public void What_the_builder_says_of_the_platform_has_no_default() =>
        Assert.Equal(["ARG TARGETARCH"], Lines.Where(line => line.StartsWith("ARG TARGET", StringComparison.Ordinal) || line.StartsWith("ARG BUILD", StringComparison.Ordinal)));

    /// <summary>An argument that is declared changes every step below it, used or not: with a new revision all packages would be fetched again.</summary>
    [Fact]
    public void Packages_are_restored_before_version_and_revision_are_known()
    {
        var restore = Array.FindIndex(Lines, line => line.Contains("dotnet restore", StringComparison.Ordinal));
        Assert.Equal(["ARG TARGETARCH"], Lines[..restore].Where(line => line.StartsWith("ARG ", StringComparison.Ordinal)));
    }

    /// <summary>The restore is locked, and nobody notices a lock file that was left behind before the image of that architecture is built.</summary>
    [Theory]
    [InlineData("DxJobs.DataExchange", "linux-x64")]
    [InlineData("DxJobs.DataExchange", "linux-arm64")]
    [InlineData("DxJobs.Simulator", "linux-x64")]
    [InlineData("DxJobs.Simulator", "linux-arm64")]
    [InlineData("DxJobs.Exporter", "linux-x64")]
    [InlineData("DxJobs.Exporter", "linux-arm64")]
    public void The_native_lock_file_holds_the_usual_packages_and_the_compiler(string project, string platform)
    {
        var native = Locked(project, $"packages.{platform}.lock.json");
        var usual = Locked(project, "packages.lock.json");
        Assert.True(native.Remove("Microsoft.DotNet.ILCompiler"));
        Assert.True(JsonNode.DeepEquals(usual, native), $"src/{project}/packages.{platform}.lock.json is behind packages.lock.json; CONTRIBUTING says how to write it anew");
    }

    private static JsonObject Locked(string project, string file) =>
        JsonNode.Parse(File.ReadAllText(Repository.Path("src", project, file)))!["dependencies"]!["net10.0"]!.AsObject();
}
