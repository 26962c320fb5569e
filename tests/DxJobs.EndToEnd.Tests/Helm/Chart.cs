using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The chart, by helm itself.</summary>
internal static class Chart
{
    /// <summary>The release's name in these tests.</summary>
    public const string Release = "demo";

    /// <summary>The release's namespace in these tests.</summary>
    public const string Namespace = "somewhere";

    /// <summary>Where the chart is.</summary>
    public static string Folder { get; } = Repository.Path("helm", "dxjobs-exporter");

    /// <summary>The values files that together switch everything on and off.</summary>
    public static TheoryData<string> ValuesFiles { get; } =
        [.. Directory.GetFiles(Repository.Path("tests", "DxJobs.EndToEnd.Tests", "Helm", "values")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>Where a values file is.</summary>
    public static string PathOf(string valuesFile) => Repository.Path("tests", "DxJobs.EndToEnd.Tests", "Helm", "values", valuesFile);

    /// <summary>Runs helm, which test.sh installs from npm.</summary>
    public static Task<Run> HelmAsync(params string[] arguments) => Run.ToEndAsync(Tool.RequireFile(Repository.Path("tests", "node_modules", ".bin", "helm")), arguments);

    /// <summary>Renders the chart as for a current cluster with the Prometheus operator.</summary>
    public static Task<Run> TemplateAsync(params string[] arguments) =>
        HelmAsync(["template", Release, Folder, "--namespace", Namespace, "--kube-version", "1.32.0", "--api-versions", "monitoring.coreos.com/v1", .. arguments]);

    /// <summary>Renders the chart with a values file, and with single values as <c>--set</c> takes them.</summary>
    public static async Task<Rendered> RenderAsync(string valuesFile, params string[] set)
    {
        var run = await TemplateAsync(["--values", PathOf(valuesFile), .. set.SelectMany(s => (string[])["--set", s])]);
        Assert.True(run.Status == 0, run.Error);
        return new Rendered(run.Output);
    }

    /// <summary>Renders the chart with values that stand in the test.</summary>
    public static async Task<Run> TemplateWithAsync(string values)
    {
        var folder = Directory.CreateTempSubdirectory("dxjobs-helm-");
        try
        {
            var file = Path.Combine(folder.FullName, "values.yaml");
            await File.WriteAllTextAsync(file, values, TestContext.Current.CancellationToken);
            return await TemplateAsync("--values", file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
