using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The typed schemas of Kubernetes and of the Prometheus operator.</summary>
internal static class Schemas
{
    /// <summary>Checks manifests; status 0 when nothing is wrong with them.</summary>
    public static async Task<Run> ValidateAsync(string manifests)
    {
        var folder = Directory.CreateTempSubdirectory("dxjobs-manifests-");
        try
        {
            var file = Path.Combine(folder.FullName, "manifests.yaml");
            await File.WriteAllTextAsync(file, manifests, TestContext.Current.CancellationToken);
            return await Run.ToEndAsync("node", Repository.Path("tests", "DxJobs.EndToEnd.Tests", "Helm", "validate.mjs"), file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
