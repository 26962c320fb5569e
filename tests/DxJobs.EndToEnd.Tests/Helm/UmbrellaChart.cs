using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>A chart that depends on ours, in a temporary folder.</summary>
internal sealed class UmbrellaChart : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dxjobs-umbrella-");

    /// <summary>Creates it with the given values and, for the dependency, an alias or none.</summary>
    public UmbrellaChart(string values, string? alias = null)
    {
        var version = Yaml.Documents(File.ReadAllText(Path.Combine(Chart.Folder, "Chart.yaml")))[0].Text("version");
        File.WriteAllText(Path.Combine(_folder.FullName, "Chart.yaml"), $$"""
            apiVersion: v2
            name: umbrella
            version: 1.0.0
            dependencies:
              - name: dxjobs-exporter
                version: {{version}}
                condition: {{alias ?? "dxjobs-exporter"}}.enabled
                tags: [monitoring]
            {{(alias is null ? "" : $"    alias: {alias}")}}
            """);
        File.WriteAllText(Path.Combine(_folder.FullName, "values.yaml"), values);
        ChartCopy.CopyTo(Path.Combine(_folder.FullName, "charts", "dxjobs-exporter"));
    }

    /// <summary>Runs <c>helm template</c> on it.</summary>
    public Task<Run> TemplateAsync(params string[] arguments) => Chart.HelmAsync([
        "template", Chart.Release, _folder.FullName, "--namespace", Chart.Namespace, "--kube-version", "1.32.0",
        "--api-versions", "monitoring.coreos.com/v1", .. arguments]);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
