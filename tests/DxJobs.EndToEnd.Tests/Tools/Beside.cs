namespace DxJobs.EndToEnd.Tests.Tools;

/// <summary>Tools that may stand in a folder <c>shared</c> beside the repository, for machines that can't reach everything.</summary>
internal static class Beside
{
    /// <summary>Makes AWS's package's signatures from the service model; null where it is not there.</summary>
    public static string? SurfaceTool { get; } = Find("tools/aws-sdk/surface.py");

    /// <summary>Brings podman and stand-ins for the base images; null where it is not there.</summary>
    public static string? ContainerTool { get; } = Find("tools/container/prepare.sh");

    private static string? Find(string path) =>
        Path.GetFullPath(Path.Combine(Repository.Root, "../shared", path)) is var tool && File.Exists(tool) ? tool : null;
}
