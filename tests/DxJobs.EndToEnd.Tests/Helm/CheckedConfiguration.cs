using System.Globalization;
using DxJobs.EndToEnd.Tests.Exporter;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The rendered configuration before the program's own judgement.</summary>
internal static class CheckedConfiguration
{
    /// <summary>Runs <c>check-config</c> on it as each pod would, with the environment that the container gets, and returns what it said last.</summary>
    public static async Task<string> AcceptAsync(Rendered rendered)
    {
        using var file = new ConfigFile(rendered.Configuration);
        var shards = rendered.Workload.Text("kind") == "StatefulSet" ? int.Parse(rendered.Workload.Text("spec", "replicas")!, CultureInfo.InvariantCulture) : 1;
        var said = "";
        for (var index = 0; index < shards; index++)
        {
            var environment = rendered.Container.Items("env").ToDictionary(e => e.Text("name")!, e => e.Text("value")!);
            environment["DXJOBS_SHARD__INDEX"] = index.ToString(CultureInfo.InvariantCulture);
            var run = await ExporterProcess.RunWithAsync(environment, "check-config", "--config.file", file.Path);
            Assert.True(run.Status == 0, run.Error);
            said = run.Output;
        }

        return said;
    }
}
