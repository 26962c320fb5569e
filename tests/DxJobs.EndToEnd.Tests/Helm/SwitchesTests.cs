using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>What single values switch on and off.</summary>
public sealed class SwitchesTests
{
    public static TheoryData<string> Parts { get; } = [.. ValuesFile.Values.Where(v => v.Default is YamlMappingNode or YamlSequenceNode).Select(v => v.Name)];

    [Theory]
    [InlineData("serviceMonitor.enabled=true", "ServiceMonitor")]
    [InlineData("podMonitor.enabled=true", "PodMonitor")]
    [InlineData("prometheusRule.enabled=true", "PrometheusRule")]
    [InlineData("networkPolicy.enabled=true", "NetworkPolicy")]
    [InlineData("podDisruptionBudget.enabled=true", "PodDisruptionBudget")]
    [InlineData("dashboards.enabled=true", "ConfigMap")]
    [InlineData("dashboards.grafanaOperator.enabled=true", "GrafanaDashboard")]
    [InlineData("alertmanagerConfig.enabled=true", "AlertmanagerConfig")]
    [InlineData("verticalPodAutoscaler.enabled=true", "VerticalPodAutoscaler")]
    [InlineData("ingress.enabled=true,ingress.hosts[0].host=dxjobs.example", "Ingress")]
    [InlineData("httpRoute.enabled=true,httpRoute.parentRefs[0].name=internal", "HTTPRoute")]
    public async Task A_switch_adds_its_own_kind_alone(string set, string kind)
    {
        var without = (await Chart.RenderAsync("defaults.yaml")).Manifests.Select(m => m.Flow()).ToList();
        var with = (await Chart.RenderAsync("defaults.yaml", set)).Manifests.ToList();
        Assert.Subset(with.Select(m => m.Flow()).ToHashSet(), without.ToHashSet());
        var added = with.Where(m => !without.Contains(m.Flow())).ToList();
        Assert.NotEmpty(added);
        Assert.All(added, m => Assert.Equal(kind, m.Text("kind")));
    }

    /// <summary>In a values file whose lines are commented out one by one a key is left over at last, with nothing in it.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_key_with_nothing_in_it_is_as_good_as_none(string name)
    {
        var rendered = await Chart.RenderAsync(
            "defaults.yaml", [.. ((string[])["serviceMonitor", "prometheusRule", "dashboards", "networkPolicy", "podDisruptionBudget"]).Select(s => $"{s}.enabled=true"), $"{name}=null"]);
        var run = await Schemas.ValidateAsync(rendered.Text);
        Assert.True(run.Status == 0, run.Output);
    }

    [Fact]
    public async Task The_demo_needs_no_account_and_the_real_thing_does_not_simulate()
    {
        Assert.Contains("--simulate", (await Chart.RenderAsync("demo.yaml")).Container.Items("args").Select(a => a.ToString()));
        Assert.DoesNotContain("simulate", (await Chart.RenderAsync("everything-on.yaml")).Container.Flow(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboards_are_ours_one_ConfigMap_each_with_the_sidecar_s_label()
    {
        var maps = (await Chart.RenderAsync("everything-on.yaml")).All("ConfigMap").Where(m => m.Strings("metadata", "labels").ContainsKey("grafana_dashboard")).ToList();
        Assert.All(maps, m => Assert.Equal(("1", "monitoring", "AWS"), (m.Text("metadata", "labels", "grafana_dashboard"), m.Text("metadata", "namespace"), m.Text("metadata", "annotations", "grafana_folder"))));
        Assert.Equal(
            Directory.GetFiles(Repository.Path("dashboards"), "*.json").Select(File.ReadAllText).Order(StringComparer.Ordinal),
            maps.Select(m => Assert.Single(m.Strings("data")).Value).Order(StringComparer.Ordinal));
        Assert.All(maps, m => Assert.Matches(@"^[-._a-zA-Z0-9]+\.json$", Assert.Single(m.Keys("data"))));
    }

    [Fact]
    public async Task The_service_account_bears_the_role_and_a_name_that_stays()
    {
        var rendered = await Chart.RenderAsync("everything-on.yaml");
        var account = rendered.One("ServiceAccount");
        Assert.Equal(("dxjobs", "dxjobs"), (account.Text("metadata", "name"), rendered.Pod.Text("spec", "serviceAccountName")));
        Assert.Equal("arn:aws:iam::123456789012:role/dxjobs-exporter", account.Strings("metadata", "annotations")["eks.amazonaws.com/role-arn"]);
        var none = await Chart.RenderAsync("everything-off.yaml");
        Assert.Empty(none.All("ServiceAccount"));
        Assert.Equal("default", none.Pod.Text("spec", "serviceAccountName"));
    }

    [Theory]
    [InlineData("client-certificates.yaml", true, false)]
    [InlineData("everything-on.yaml", true, true)]
    [InlineData("everything-off.yaml", false, false)]
    public async Task The_network_policy_lets_AWS_and_DNS_through_and_the_agents_when_asked(string values, bool podIdentity, bool metadata)
    {
        var policy = (await Chart.RenderAsync(values)).One("NetworkPolicy");
        Assert.Equal(["Ingress", "Egress"], policy.Items("spec", "policyTypes").Select(t => t.ToString()));
        var ways = policy.Items("spec", "egress").Select(w => w.Flow()).ToList();
        Assert.Contains("{ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]}", ways);
        Assert.Contains("{ports: [{port: 443, protocol: TCP}]}", ways);
        Assert.Equal(podIdentity, ways.Contains("{to: [{ipBlock: {cidr: 169.254.170.23/32}}, {ipBlock: {cidr: fd00:ec2::23/128}}], ports: [{port: 80, protocol: TCP}]}"));
        Assert.Equal(metadata, ways.Any(w => w.Contains("cidr: 169.254.169.254/32", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_may_scrape_is_narrowed_to_the_named_and_the_helm_test()
    {
        var rendered = await Chart.RenderAsync("everything-on.yaml");
        var from = rendered.One("NetworkPolicy").Items("spec", "ingress", "0", "from");
        Assert.Equal("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}", from[0].Flow());
        Assert.All(from[1].Strings("podSelector", "matchLabels"), label => Assert.Equal(label.Value, rendered.TestPod.Strings("metadata", "labels")[label.Key]));
        Assert.Equal(2, from.Count);
        Assert.Null((await Chart.RenderAsync("client-certificates.yaml")).One("NetworkPolicy").Find("spec", "ingress", "0", "from"));
    }

    [Fact]
    public async Task A_spread_without_a_selector_is_about_these_pods_and_one_with_a_selector_keeps_it()
    {
        var rendered = await Chart.RenderAsync("everything-on.yaml");
        var spreads = rendered.Pod.Items("spec", "topologySpreadConstraints");
        Assert.Equal(rendered.Workload.Strings("spec", "selector", "matchLabels"), spreads[0].Strings("labelSelector", "matchLabels"));
        Assert.Equal("{tier: exporters}", spreads[1].Find("labelSelector", "matchLabels")!.Flow());
    }

    [Fact]
    public async Task Probes_can_be_left_out()
    {
        var container = (await Chart.RenderAsync("everything-off.yaml")).Container;
        Assert.DoesNotContain(container.Keys(), k => k.EndsWith("Probe", StringComparison.Ordinal));
    }
}
