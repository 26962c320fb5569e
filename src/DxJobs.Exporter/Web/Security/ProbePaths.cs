using DxJobs.Exporter.Web.Settings;


namespace DxJobs.Exporter.Web.Security;

/// <summary>The paths that kubelets and load balancers ask, which have no password and say nothing worth one.</summary>
internal static class ProbePaths
{
    /// <summary>Whether a path is one of them.</summary>
    public static bool Contains(PathString path) => path == WebPaths.Health || path == WebPaths.Ready;
}
