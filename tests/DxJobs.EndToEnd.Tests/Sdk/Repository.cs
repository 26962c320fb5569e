namespace DxJobs.EndToEnd.Tests.Sdk;

/// <summary>Places around the tests.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>DxJobs.sln</c>.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The tool that makes AWS's package's signatures from the service model; null where it is not beside the repository.</summary>
    public static string? SurfaceTool { get; } =
        Path.GetFullPath(Path.Combine(Root, "../shared/tools/aws-sdk/surface.py")) is var tool && File.Exists(tool) ? tool : null;

    private static string FindRoot(DirectoryInfo? from)
    {
        for (; from is not null; from = from.Parent)
        {
            if (File.Exists(Path.Combine(from.FullName, "DxJobs.sln")))
            {
                return from.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run outside the repository: no folder above them holds DxJobs.sln");
    }
}
