using System.Globalization;
using DxJobs.EndToEnd.Tests.Exporter;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The rendered configuration and flags before the program's own judgement.</summary>
internal static class CheckedConfiguration
{
    private const string WebConfiguration = "basic_auth_users: {prometheus: $2b$10$PTrKWJX0HKRiFuQdYz0IWOZ9kLkqLIe1dWba/gU3HcVITX/jd8Ib2}";

    /// <summary>Runs <c>check-config</c> as each pod would, with the flags and the environment that the container gets, and returns what it said last.</summary>
    public static async Task<string> AcceptAsync(Rendered rendered)
    {
        using var file = new ConfigFile(rendered.Configuration);
        var shards = rendered.Workload.Text("kind") == "StatefulSet" ? int.Parse(rendered.Workload.Text("spec", "replicas")!, CultureInfo.InvariantCulture) : 1;
        var said = "";
        for (var index = 0; index < shards; index++)
        {
            var environment = rendered.Container.Items("env").ToDictionary(e => e.Text("name")!, e => e.Text("value")!);
            environment["DXJOBS_SHARD__INDEX"] = index.ToString(CultureInfo.InvariantCulture);
            var run = await ExporterProcess.RunWithAsync(environment, ["check-config", .. Arguments(rendered.Container, file)]);
            Assert.True(run.Status == 0, run.Error);
            said = run.Output;
        }

        return said;
    }

    /// <summary>A container's arguments with the files where they are here; the web configuration asks for a password.</summary>
    public static string[] Arguments(YamlNode container, ConfigFile file)
    {
        var arguments = container.Items("args").Select(a => a.ToString().Replace("/etc/dxjobs-exporter/config.yaml", file.Path, StringComparison.Ordinal)).ToArray();
        if (Array.FindIndex(arguments, a => a.StartsWith("--web.config.file=", StringComparison.Ordinal)) is >= 0 and var at)
        {
            File.WriteAllText(file.PathOf("web.yaml"), WebConfiguration);
            arguments[at] = $"--web.config.file={file.PathOf("web.yaml")}";
        }

        return arguments;
    }
}
