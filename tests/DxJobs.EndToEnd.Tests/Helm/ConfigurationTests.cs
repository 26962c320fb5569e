using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.Exporter.Configuration;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The configuration that the pods get, and what they make of it.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("defaults.yaml", "ok: one target named \"default\" from the SDK's own chain\n")]
    [InlineData("demo.yaml", "ok: the embedded simulator\n")]
    [InlineData("everything-on.yaml", "ok: 3 targets\n")]
    [InlineData("everything-off.yaml", "ok: one target named \"default\" from the SDK's own chain\n")]
    [InlineData("sharded.yaml", "ok: 7 targets\n")]
    [InlineData("client-certificates.yaml", "ok: the embedded simulator\n")]
    public async Task The_program_takes_the_rendered_configuration_and_flags(string values, string said) =>
        Assert.Equal(said, await CheckedConfiguration.AcceptAsync(await Chart.RenderAsync(values)));

    [Fact]
    public async Task The_program_reads_what_the_values_say()
    {
        var options = Read(await Chart.RenderAsync("everything-on.yaml"), "pod");
        Assert.Equal((TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(90), 0.5), (options.Poll.Interval, options.Poll.Timeout, options.Poll.MaxRequestsPerSecond));
        Assert.Equal(100, options.Poll.PageSize); // extraEnv says so
        Assert.Equal("0123456789", options.Targets[0].ExternalId);
    }

    [Theory]
    [InlineData("sharded.yaml", 3)]
    [InlineData("sharded-own-configmap.yaml", 4)]
    public async Task Each_pod_of_the_StatefulSet_is_one_shard_by_the_ordinal_of_its_host_name(string values, int shards)
    {
        var rendered = await Chart.RenderAsync(values);
        Assert.Equal(("StatefulSet", shards.ToString()), (rendered.Workload.Text("kind"), rendered.Workload.Text("spec", "replicas")));
        Assert.Null(rendered.Workload.Find("spec", "ordinals"));
        Assert.Null(rendered.Pod.Find("spec", "hostname"));
        var hosts = Enumerable.Range(0, shards).Select(ordinal => $"{rendered.Workload.Text("metadata", "name")}-{ordinal}");
        Assert.Equal(Enumerable.Range(0, shards).Select(index => (index, shards)), hosts.Select(host => Read(rendered, host).Shard).Select(s => (s.Index, s.Count)));
        var headless = rendered.All("Service").Single(s => s.Text("metadata", "name") == rendered.Workload.Text("spec", "serviceName"));
        Assert.Equal("None", headless.Text("spec", "clusterIP"));
    }

    [Theory]
    [InlineData("defaults.yaml", "1")]
    [InlineData("everything-on.yaml", "2")]
    public async Task One_shard_is_a_Deployment_that_knows_of_no_shards(string values, string replicas)
    {
        var rendered = await Chart.RenderAsync(values);
        Assert.Equal(("Deployment", replicas), (rendered.Workload.Text("kind"), rendered.Workload.Text("spec", "replicas")));
        Assert.DoesNotContain("shard", rendered.Configuration, StringComparison.Ordinal);
        Assert.All(rendered.All("Service"), s => Assert.Null(s.Find("spec", "clusterIP")));
    }

    [Fact]
    public async Task A_changed_configuration_restarts_pods_only_when_asked_to()
    {
        var changes = (string[])["config.poll.interval=3m", "config.poll.interval=4m"];
        var pods = await Task.WhenAll(changes.Select(async c => (await Chart.RenderAsync("defaults.yaml", c)).Pod.Flow(sorted: true)));
        Assert.Equal(pods[0], pods[1]);
        pods = await Task.WhenAll(changes.Select(async c => (await Chart.RenderAsync("defaults.yaml", c, "restartOnConfigChange=true")).Pod.Flow(sorted: true)));
        Assert.NotEqual(pods[0], pods[1]);
    }

    private static ExporterOptions Read(Rendered rendered, string host)
    {
        var volume = rendered.Pod.Items("spec", "volumes").Single(v => v.Text("name") == "config");
        var own = (volume.Text("configMap", "name") ?? volume.Text("secret", "secretName")) == rendered.Workload.Text("metadata", "name");
        using var file = new ConfigFile(own ? rendered.Configuration : "targets: [{name: a, region: us-east-1}]");
        var environment = rendered.Container.Items("env").ToDictionary(e => e.Text("name")!, e => e.Text("value")!);
        var reading = ConfigurationLoader.Load(new ConfigurationSources(file.Path, environment, host));
        Assert.Empty(reading.Problems);
        return reading.Options!;
    }
}
