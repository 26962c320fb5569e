using System.Text.Json.Nodes;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>Values that are wrong are refused before anything is installed.</summary>
public sealed class RefusedValuesTests
{
    public static TheoryData<string> ClosedObjects { get; } = [.. ChartSchema.ClosedObjects().Select(path => string.Join('.', path))];

    [Theory]
    [MemberData(nameof(ClosedObjects))]
    public async Task A_misspelt_value_is_refused(string path)
    {
        JsonNode values = new JsonObject { ["misspelt"] = true };
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            values = step == "0" ? new JsonArray(values) : new JsonObject { [step] = values };
        }

        var run = await Chart.TemplateWithAsync(values.ToJsonString());
        Assert.Equal(1, run.Status);
        Assert.Contains("Additional property misspelt is not allowed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_knows_exactly_the_values_that_there_are()
    {
        var closed = ChartSchema.ClosedObjects().Select(path => string.Join('.', path)).ToHashSet();
        Assert.All(ValuesFile.Entries.Where(e => e.IsGroup && e.Name != "global"), group => Assert.Contains(group.Name, closed));
        foreach (var group in ValuesFile.Entries.GroupBy(e => string.Join('.', e.Path.SkipLast(1))))
        {
            JsonNode part = ChartSchema.Committed;
            foreach (var step in group.Key.Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                part = ChartSchema.Resolve(part["properties"]![step]!);
            }

            // "enabled" at the root belongs to a parent chart.
            var known = part["properties"]!.AsObject().Select(p => p.Key).Except(group.Key.Length == 0 ? ["enabled"] : []);
            Assert.Equal(known.Order(StringComparer.Ordinal), group.Select(e => e.Path[^1]).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("replicas: two", "replicas")]
    [InlineData("{existingConfigSecret: a, existingConfigMap: b}", "existingConfigMap and existingConfigSecret are mutually exclusive")]
    [InlineData("{configAsSecret: true, existingConfigMap: b}", "configAsSecret and existingConfigMap are mutually exclusive")]
    [InlineData("{config: {windows: [1h]}, existingConfigSecret: mine}", "config is mutually exclusive")]
    [InlineData("ingress: {enabled: true}", "ingress.hosts: at least one host is required")]
    [InlineData("httpRoute: {enabled: true}", "httpRoute.parentRefs: at least one gateway is required")]
    [InlineData("openshift: {adaptSecurityContext: yes}", "openshift.adaptSecurityContext")]
    [InlineData("serviceMonitor: {scrapeProtocols: [Json]}", "serviceMonitor.scrapeProtocols.0")]
    [InlineData("service: {ipFamilyPolicy: Dual}", "service.ipFamilyPolicy")]
    [InlineData("prometheusRule: {runbookUrl: wiki}", "prometheusRule.runbookUrl")]
    [InlineData("verticalPodAutoscaler: {updateMode: On}", "verticalPodAutoscaler.updateMode")]
    [InlineData("namespaceOverride: Not_A_Name", "namespaceOverride")]
    [InlineData("shards: 0", "shards")]
    [InlineData("service: {port: 70000}", "service.port")]
    [InlineData("service: {type: ExternalName}", "service.type")]
    [InlineData("log: {level: trace}", "log.level")]
    [InlineData("telemetryPath: metrics", "telemetryPath")]
    [InlineData("image: {digest: sha256:short}", "image.digest")]
    [InlineData("podLabels: {a: 1}", "podLabels.a")]
    [InlineData("config: {poll: {interval: sometimes}}", "config.poll.interval")]
    [InlineData("config: {poll: {page_size: 500}}", "config.poll.page_size")]
    [InlineData("config: {shard: {count: 3}}", "config")]
    [InlineData("config: {targets: [{name: a, role_arn: not-an-arn}]}", "config.targets.0.role_arn")]
    [InlineData("prometheusRule: {alerts: {DxJobsErrorSpike: {tune: {ratio: much}}}}", "prometheusRule.alerts.DxJobsErrorSpike.tune.ratio")]
    [InlineData("prometheusRule: {alerts: {DxJobsErrorSpike: {for: a while}}}", "prometheusRule.alerts.DxJobsErrorSpike.for")]
    [InlineData("prometheusRule: {expectedCompletions: [{target: a, region: us-east-1, seconds: 60}]}", "type is required")]
    [InlineData("{config: {windows: [1h]}, existingConfigMap: mine}", "config is mutually exclusive with existingConfigMap and existingConfigSecret")]
    [InlineData("{shards: 2, replicas: 2}", "each shard is one pod")]
    [InlineData("{shards: 2, simulate: true}", "the simulated account is one target")]
    [InlineData("{serviceMonitor: {enabled: true}, podMonitor: {enabled: true}}", "are mutually exclusive")]
    [InlineData("webConfig: {tls: true}", "webConfig.existingSecret is required")]
    [InlineData("webConfig: {certificateSecret: tls}", "webConfig.existingSecret is required")]
    [InlineData("webConfig: {existingSecret: web, clientCertificates: true}", "requires webConfig.tls")]
    public async Task A_wrong_value_is_refused_by_name(string values, string words)
    {
        var run = await Chart.TemplateWithAsync(values);
        Assert.Equal(1, run.Status);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    /// <summary>A values file for every value: one that no test ever sets may be broken and nobody would know.</summary>
    [Fact]
    public void The_values_files_of_these_tests_set_every_value_to_something_else()
    {
        var files = Chart.ValuesFiles.Select(row => Yaml.Documents(File.ReadAllText(Chart.PathOf(row.Data)))).Where(d => d.Count > 0).Select(d => d[0]).ToList();
        Assert.All(ValuesFile.Values, value => Assert.Contains(files, file => file.Find([.. value.Path]) is { } set && set.Flow(sorted: true) != value.Default.Flow(sorted: true)));
    }
}
