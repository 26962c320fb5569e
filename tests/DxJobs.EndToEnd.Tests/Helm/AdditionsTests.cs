using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>Values that the charts of other exporters have, too.</summary>
public sealed class AdditionsTests
{
    [Fact]
    public async Task Objects_and_containers_are_added_with_their_templates_rendered()
    {
        var rendered = await Chart.RenderAsync("additions.yaml");
        Assert.Equal("as an object", Named(rendered, "ConfigMap", "demo-more").Text("data", "config"));
        Assert.Equal(("elsewhere", "1"), (Named(rendered, "ConfigMap", "demo-text").Text("metadata", "namespace"), Named(rendered, "ConfigMap", "demo-text").Text("data", "pods")));
        Assert.Equal(["exporter", "sidecar"], rendered.Pod.Items("spec", "containers").Select(c => c.Text("name")));
        Assert.Matches(@"^registry\.example/sidecar:\d+\.\d+\.\d+$", rendered.Pod.Text("spec", "containers", "1", "image"));
        Assert.Equal("[\"demo\"]", rendered.Pod.Find("spec", "initContainers", "0", "args")!.Flow(sorted: true));
    }

    [Fact]
    public async Task Probes_are_replaced_by_their_override()
    {
        var container = (await Chart.RenderAsync("additions.yaml")).Container;
        Assert.Equal("{failureThreshold: 9, httpGet: {path: /-/healthy, port: http}, periodSeconds: 7}", container.Find("startupProbe")!.Flow());
        Assert.Equal("{periodSeconds: 11, tcpSocket: {port: http}, terminationGracePeriodSeconds: 5}", container.Find("livenessProbe")!.Flow());
        Assert.Equal("{httpGet: {path: /-/ready, port: http}, initialDelaySeconds: 13, successThreshold: 2}", container.Find("readinessProbe")!.Flow());
    }

    [Fact]
    public async Task The_configuration_can_be_a_Secret()
    {
        var rendered = await Chart.RenderAsync("everything-on.yaml");
        Assert.Contains("provider-prod", rendered.One("Secret").Text("stringData", "config.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain(rendered.All("ConfigMap"), m => m.Find("data", "config.yaml") is not null);
        Assert.Equal(rendered.One("Secret").Text("metadata", "name"), Volume(rendered).Text("secret", "secretName"));
        Assert.Equal("own-config", Volume(await Chart.RenderAsync("additions.yaml")).Text("secret", "secretName"));
    }

    [Fact]
    public async Task The_workload_and_its_pods_take_the_usual_settings()
    {
        var rendered = await Chart.RenderAsync("everything-on.yaml");
        Assert.Equal(("3", "5"), (rendered.Workload.Text("spec", "revisionHistoryLimit"), rendered.Workload.Text("spec", "minReadySeconds")));
        Assert.Equal(("gvisor", "None"), (rendered.Pod.Text("spec", "runtimeClassName"), rendered.Pod.Text("spec", "dnsPolicy")));
        Assert.Equal("{nameservers: [10.0.0.10], options: [{name: ndots, value: \"2\"}], searches: [svc.cluster.local]}", Plain(rendered.Pod.Find("spec", "dnsConfig")!));
        Assert.Equal("[{hostnames: [proxy.example], ip: 10.0.0.1}]", rendered.Pod.Find("spec", "hostAliases")!.Flow());
        Assert.Equal("data", rendered.One("ServiceAccount").Text("metadata", "labels", "owner"));
        Assert.Equal(["1", "2", "3"], ((string[])["startupProbe", "livenessProbe", "readinessProbe"]).Select(p => rendered.Container.Text(p, "initialDelaySeconds")));
        var sharded = await Chart.RenderAsync("sharded.yaml", "revisionHistoryLimit=0", "minReadySeconds=7");
        Assert.Equal(("0", "7"), (sharded.Workload.Text("spec", "revisionHistoryLimit"), sharded.Workload.Text("spec", "minReadySeconds")));
        Assert.Equal("true", (await Chart.RenderAsync("additions.yaml")).One("ServiceAccount").Text("automountServiceAccountToken"));
        Assert.All(rendered.Manifests, m => Assert.Equal("exporters", m.Text("metadata", "labels", "tier")));
        Assert.All(rendered.Manifests, m => Assert.Equal("data@example.com", m.Text("metadata", "annotations", "example.com/contact")));
    }

    [Fact]
    public async Task The_service_takes_the_settings_of_load_balancers_and_IP_families()
    {
        var service = (await Chart.RenderAsync("everything-on.yaml")).One("Service");
        Assert.Equal(("service.k8s.aws/nlb", "PreferDualStack"), (service.Text("spec", "loadBalancerClass"), service.Text("spec", "ipFamilyPolicy")));
        Assert.Equal("[\"10.0.0.0/8\", \"fd00::/8\"]", service.Find("spec", "loadBalancerSourceRanges")!.Flow(sorted: true));
        Assert.Equal("[IPv4, IPv6]", service.Find("spec", "ipFamilies")!.Flow());
        Assert.Equal(("31390", "internal"), (service.Text("spec", "ports", "0", "nodePort"), service.Text("metadata", "labels", "exposed")));
        var cluster = (await Chart.RenderAsync("everything-on.yaml", "service.type=ClusterIP")).One("Service");
        Assert.All((string[])["loadBalancerClass", "loadBalancerSourceRanges"], key => Assert.Null(cluster.Find("spec", key)));
        Assert.Null(cluster.Find("spec", "ports", "0", "nodePort"));
    }

    [Fact]
    public async Task Ingress_and_HTTPRoute_lead_to_the_service()
    {
        var rendered = await Chart.RenderAsync("everything-on.yaml");
        var service = rendered.One("Service");
        var ingress = rendered.One("Ingress");
        Assert.Equal(("internal", "dxjobs-ingress"), (ingress.Text("spec", "ingressClassName"), ingress.Text("spec", "tls", "0", "secretName")));
        Assert.Equal(["dxjobs.example", "*.dxjobs.example"], ingress.Items("spec", "rules").Select(r => r.Text("host")));
        var paths = ingress.Items("spec", "rules").SelectMany(r => r.Items("http", "paths")).ToList();
        Assert.Equal([("/jobs", "Exact"), ("/", "Prefix")], paths.Select(p => (p.Text("path"), p.Text("pathType"))));
        Assert.All(paths, p => Assert.Equal(
            (service.Text("metadata", "name"), service.Text("spec", "ports", "0", "name")),
            (p.Text("backend", "service", "name"), p.Text("backend", "service", "port", "name"))));

        var route = rendered.One("HTTPRoute");
        Assert.Equal("[{name: internal, namespace: gateways, sectionName: https}]", route.Find("spec", "parentRefs")!.Flow());
        Assert.Equal("[dxjobs.example]", route.Find("spec", "hostnames")!.Flow());
        var rule = Assert.Single(route.Items("spec", "rules"));
        Assert.Equal((service.Text("metadata", "name"), service.Text("spec", "ports", "0", "port")), (rule.Text("backendRefs", "0", "name"), rule.Text("backendRefs", "0", "port")));
        Assert.Equal("Exact", rule.Text("matches", "0", "path", "type"));
        Assert.Equal("RequestHeaderModifier", rule.Text("filters", "0", "type"));
    }

    [Theory]
    [InlineData("everything-on.yaml", "ServiceMonitor", "endpoints", "50000", "[OpenMetricsText1.0.0, PrometheusText0.0.4]")]
    [InlineData("additions.yaml", "PodMonitor", "podMetricsEndpoints", "1000", "[PrometheusProto, PrometheusText0.0.4]")]
    public async Task Monitors_take_labels_limits_protocols_and_authorization(string values, string kind, string endpoints, string limit, string protocols)
    {
        var monitor = (await Chart.RenderAsync(values)).One(kind);
        Assert.Equal(("app.kubernetes.io/instance", limit), (monitor.Text("spec", "jobLabel"), monitor.Text("spec", "sampleLimit")));
        Assert.Equal("[team]", monitor.Find("spec", "podTargetLabels")!.Flow());
        Assert.Equal(kind == "ServiceMonitor" ? "[tier]" : null, monitor.Find("spec", "targetLabels")?.Flow());
        Assert.Equal(protocols, monitor.Find("spec", "scrapeProtocols")!.Flow());
        var endpoint = Assert.Single(monitor.Items("spec", endpoints));
        Assert.Equal(("true", "token"), (endpoint.Text("honorLabels"), endpoint.Text("authorization", "credentials", "key")));
    }

    [Fact]
    public async Task Rules_take_a_runbook_address_an_interval_and_more_rules()
    {
        var groups = (await Chart.RenderAsync("everything-on.yaml")).One("PrometheusRule").Items("spec", "groups");
        Assert.All(groups.SkipLast(1), g => Assert.Equal("45s", g.Text("interval")));
        Assert.Equal(("ours", "5m"), (groups[^1].Text("name"), groups[^1].Text("interval")));
        Assert.Equal("OurFeedLate", groups.Single(g => g.Text("name") == "dxjobs-additional").Text("rules", "0", "alert"));
        var alerts = groups.SkipLast(1).Where(g => g.Text("name") != "dxjobs-additional").SelectMany(g => g.Items("rules")).Where(r => r.Find("alert") is not null).ToList();
        Assert.NotEmpty(alerts);
        Assert.All(alerts, a => Assert.Equal($"https://wiki.example/dxjobs/{a.Text("alert")}.md", a.Text("annotations", "runbook_url")));
    }

    [Fact]
    public async Task The_AlertmanagerConfig_has_the_inhibition_rules_of_the_repository()
    {
        var config = (await Chart.RenderAsync("everything-on.yaml")).One("AlertmanagerConfig");
        Assert.Equal(("monitoring", "main"), (config.Text("metadata", "namespace"), config.Text("metadata", "labels", "alertmanager")));
        var expected = Yaml.Documents(await File.ReadAllTextAsync(Repository.Path("alerts", "inhibition.yaml"), TestContext.Current.CancellationToken))[0].Items("inhibit_rules");
        var actual = config.Items("spec", "inhibitRules");
        Assert.Equal(expected.Select(Matchers("source_matchers")), actual.Select(Rendered("sourceMatch")));
        Assert.Equal(expected.Select(Matchers("target_matchers")), actual.Select(Rendered("targetMatch")));
        Assert.Equal(expected.Select(r => r.Find("equal")?.Flow()), actual.Select(r => r.Find("equal")?.Flow()));

        static Func<YamlNode, string> Matchers(string key) => rule => string.Join(';', rule.Items(key).Select(m => m.ToString().Replace(" ", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)));
        static Func<YamlNode, string> Rendered(string key) => rule => string.Join(';', rule.Items(key).Select(m => m.Text("name") + m.Text("matchType") + m.Text("value")));
    }

    [Fact]
    public void Compose_uses_the_same_inhibition_rules() => Assert.Equal(
        Yaml.Documents(File.ReadAllText(Repository.Path("alerts", "inhibition.yaml")))[0].Find("inhibit_rules")!.Flow(),
        Yaml.Documents(File.ReadAllText(Repository.Path("compose", "alertmanager.yaml")))[0].Find("inhibit_rules")!.Flow());

    [Fact]
    public async Task The_Grafana_operator_gets_the_dashboards_of_the_repository()
    {
        var dashboards = (await Chart.RenderAsync("everything-on.yaml")).All("GrafanaDashboard");
        Assert.Equal(
            Directory.GetFiles(Repository.Path("dashboards"), "*.json").Select(File.ReadAllText).Order(StringComparer.Ordinal),
            dashboards.Select(d => d.Text("spec", "json")).Order(StringComparer.Ordinal));
        Assert.All(dashboards, d =>
        {
            Assert.Equal("grafana.integreatly.org/v1beta1", d.Text("apiVersion"));
            Assert.Equal(("AWS", "false", "10m"), (d.Text("spec", "folder"), d.Text("spec", "allowCrossNamespaceImport"), d.Text("spec", "resyncPeriod")));
            Assert.Equal("{dashboards: grafana}", d.Find("spec", "instanceSelector", "matchLabels")!.Flow());
        });
    }

    [Theory]
    [InlineData("everything-on.yaml", "Deployment")]
    [InlineData("sharded.yaml", "StatefulSet")]
    public async Task The_vertical_pod_autoscaler_targets_the_workload(string values, string kind)
    {
        var rendered = await Chart.RenderAsync(values, "verticalPodAutoscaler.enabled=true");
        var autoscaler = rendered.One("VerticalPodAutoscaler");
        Assert.Equal("autoscaling.k8s.io/v1", autoscaler.Text("apiVersion"));
        Assert.Equal(
            ("apps/v1", kind, rendered.Workload.Text("metadata", "name")),
            (autoscaler.Text("spec", "targetRef", "apiVersion"), autoscaler.Text("spec", "targetRef", "kind"), autoscaler.Text("spec", "targetRef", "name")));
        Assert.Equal(values == "sharded.yaml" ? "Auto" : "Initial", autoscaler.Text("spec", "updatePolicy", "updateMode"));
        Assert.Equal(rendered.Container.Text("name"), Assert.Single(autoscaler.Items("spec", "resourcePolicy", "containerPolicies")).Text("containerName"));
    }

    private static string Plain(YamlNode node) => node.Flow();

    private static YamlNode Volume(Rendered rendered) => rendered.Pod.Items("spec", "volumes").Single(v => v.Text("name") == "config");

    private static YamlNode Named(Rendered rendered, string kind, string name) => rendered.All(kind).Single(m => m.Text("metadata", "name") == name);
}
