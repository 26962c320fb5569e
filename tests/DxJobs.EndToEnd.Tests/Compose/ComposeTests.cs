using DxJobs.EndToEnd.Tests.Alerts;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Compose;

/// <summary>The one-command look: its parts by their own checkers, and what they must agree on.</summary>
public sealed class ComposeTests
{
    [Theory]
    [MemberData(nameof(Peers.Versions), MemberType = typeof(Peers))]
    public async Task Promtool_accepts_the_configuration_of_Prometheus(PeerVersion version)
    {
        var folder = Directory.CreateTempSubdirectory("dxjobs-compose-");
        try
        {
            File.Copy(Repository.Path("compose", "prometheus.yaml"), Path.Combine(folder.FullName, "prometheus.yaml"));
            File.Copy(RuleFile.Location, Path.Combine(folder.FullName, "dxjobs.rules.yaml"));
            var (exitCode, output) = await Command.RunAsync(
                Peers.Promtool(version), ["check", "config", Path.Combine(folder.FullName, "prometheus.yaml")], cancel: TestContext.Current.CancellationToken);
            Assert.True(exitCode == 0, output);
            Assert.Contains($"{RuleFile.Alerts.Count + RuleFile.Recorded.Count} rules found", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Peers.Versions), MemberType = typeof(Peers))]
    public async Task Amtool_accepts_the_configuration_of_Alertmanager(PeerVersion version)
    {
        var (exitCode, output) = await Amtool(version, "check-config", Repository.Path("compose", "alertmanager.yaml"));
        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [InlineData("critical", "pager")]
    [InlineData("warning", "daytime")]
    [InlineData("info", "daytime")]
    public async Task Only_what_is_critical_wakes_somebody(string severity, string receiver)
    {
        var (exitCode, output) = await Amtool(PeerVersion.Current, "config", "routes", "test", $"--config.file={Repository.Path("compose", "alertmanager.yaml")}", $"severity={severity}", "target=prod");
        Assert.True(exitCode == 0, output);
        Assert.Equal(receiver, output.Split('\n')[0]);
    }

    [Fact]
    public void Inhibitions_name_alerts_that_there_are()
    {
        var named = File.ReadAllText(Repository.Path("compose", "alertmanager.yaml")).Split([' ', '"', '\'', '|', ']'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith("DxJobs", StringComparison.Ordinal) && word != "DxJobs.+").ToList();
        Assert.NotEmpty(named);
        Assert.Subset(RuleFile.Alerts.Select(a => a.Name).ToHashSet(), named.ToHashSet());
    }

    [Fact]
    public void Every_file_that_is_mounted_is_there_and_every_image_has_a_fixed_version()
    {
        var services = ((YamlMappingNode)RuleFile.Root(Repository.Path("compose.yaml"))["services"]).Children;
        foreach (var service in services.Values.Cast<YamlMappingNode>())
        {
            if (service.Children.TryGetValue("image", out var image))
            {
                Assert.Matches(@":v?\d+\.\d+\.\d+$", image.ToString());
            }

            var mounts = service.Children.TryGetValue("volumes", out var volumes) ? ((YamlSequenceNode)volumes).Select(v => v.ToString()) : [];
            Assert.All(mounts.Where(m => m.StartsWith('.')), m =>
            {
                Assert.EndsWith(":ro", m, StringComparison.Ordinal);
                Assert.True(Path.Exists(Repository.Path(m.Split(':')[0])), m);
            });
            Assert.All((YamlSequenceNode)service["ports"], p => Assert.StartsWith("127.0.0.1:", p.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Grafana_finds_Prometheus_and_the_dashboards_where_compose_puts_them()
    {
        var compose = (YamlMappingNode)RuleFile.Root(Repository.Path("compose.yaml"))["services"];
        var source = ((YamlSequenceNode)RuleFile.Root(Repository.Path("compose", "grafana", "datasources", "prometheus.yaml"))["datasources"])[0];
        Assert.Contains(compose.Children.Keys, service => $"http://{service}:9090" == source["url"].ToString());
        var provider = ((YamlSequenceNode)RuleFile.Root(Repository.Path("compose", "grafana", "dashboards", "dxjobs.yaml"))["providers"])[0];
        Assert.Contains((YamlSequenceNode)compose["grafana"]["volumes"], v => v.ToString() == $"./dashboards:{provider["options"]["path"]}:ro");
    }

    private static Task<(int ExitCode, string Output)> Amtool(PeerVersion version, params string[] arguments) =>
        Command.RunAsync(Peers.Amtool(version), arguments, cancel: TestContext.Current.CancellationToken);
}
