using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The program, started as the container starts it.</summary>
public sealed class RunningTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Probes_hit_paths_that_answer_without_a_password_and_the_helm_test_passes(bool passwords)
    {
        var rendered = await Chart.RenderAsync("demo.yaml", passwords ? "webConfig.existingSecret=web" : "telemetryPath=/metrics");
        using var file = new ConfigFile(rendered.Configuration);
        await using var exporter = await ExporterProcess.ServeAsync(CheckedConfiguration.Arguments(rendered.Container, file));

        foreach (var probe in (string[])["startupProbe", "livenessProbe", "readinessProbe"])
        {
            var path = rendered.Container.Text(probe, "httpGet", "path")!;
            Assert.Equal("HTTP", rendered.Container.Text(probe, "httpGet", "scheme"));
            await Eventually.TrueAsync(async () => (await exporter.GetAsync(path)).Status == 200, $"{path} answers", TestContext.Current.CancellationToken);
        }

        var metrics = rendered.Container.Items("args").Select(a => a.ToString()).Single(a => a.StartsWith("--web.telemetry-path=", StringComparison.Ordinal)).Split('=')[1];
        Assert.Equal(passwords ? 401 : 200, (await exporter.GetAsync(metrics)).Status);

        var test = rendered.TestPod.Find("spec", "containers", "0")!;
        var service = rendered.All("Service").Single();
        var address = $"{service.Text("metadata", "name")}.{service.Text("metadata", "namespace")}.svc:{service.Text("spec", "ports", "0", "port")}";
        var arguments = CheckedConfiguration.Arguments(test, file);
        Assert.Contains($"--web.listen-address={address}", arguments);
        var run = await ExporterProcess.RunAsync([.. arguments.Select(a => a.Replace(address, $"localhost:{exporter.Address.Port}", StringComparison.Ordinal))]);
        Assert.True(run.Status == 0, run.Error);
        Assert.Equal(rendered.Container.Text("image"), test.Text("image"));
    }

    [Theory]
    [InlineData("everything-on.yaml", "HTTPS", "https")]
    [InlineData("demo.yaml", "HTTP", "http")]
    public async Task With_TLS_probes_and_monitors_speak_it(string values, string probes, string monitors)
    {
        var rendered = await Chart.RenderAsync(values, "serviceMonitor.enabled=true");
        Assert.All((string[])["startupProbe", "livenessProbe", "readinessProbe"], p => Assert.Equal(probes, rendered.Container.Text(p, "httpGet", "scheme")));
        Assert.Equal(monitors, rendered.One("ServiceMonitor").Text("spec", "endpoints", "0", "scheme"));
    }

    [Fact]
    public async Task Where_clients_must_show_a_certificate_the_probes_ask_for_the_port_alone()
    {
        var container = (await Chart.RenderAsync("client-certificates.yaml")).Container;
        Assert.All((string[])["startupProbe", "livenessProbe", "readinessProbe"], p =>
        {
            Assert.Equal("http", container.Text(p, "tcpSocket", "port"));
            Assert.Null(container.Find(p, "httpGet"));
        });
    }
}
