using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using YamlDotNet.RepresentationModel;

namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>What is true whatever the values are.</summary>
public sealed class RenderingTests
{
    private static readonly string[] SafeVolumes = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    public static TheoryData<string> ValuesFiles => Chart.ValuesFiles;

    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task Manifests_fit_their_schemas_and_have_no_unknown_field(string values)
    {
        var rendered = await Chart.RenderAsync(values);
        var run = await Schemas.ValidateAsync(rendered.Text);
        Assert.True(run.Status == 0, run.Output + run.Error);
        Assert.Contains($"{rendered.Manifests.Count} manifests", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task Names_are_unique_and_short_enough_and_everything_but_monitoring_is_in_the_release_s_namespace(string values)
    {
        var rendered = await Chart.RenderAsync(values);
        Assert.Distinct(rendered.Manifests.Select(m => $"{m.Text("kind")} {m.Text("metadata", "name")}"));
        Assert.All(rendered.Manifests, m => Assert.InRange(m.Text("metadata", "name")!.Length, 1, 63 - (m.Text("kind") == "StatefulSet" ? "-1234567890".Length : 0)));
        Assert.All(
            rendered.Manifests.Where(m => m.Text("kind") is not ("ServiceMonitor" or "PodMonitor" or "PrometheusRule" or "ConfigMap" or "AlertmanagerConfig" or "GrafanaDashboard")),
            m => Assert.Equal(NamespaceOf(values), m.Text("metadata", "namespace")));
    }

    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task Selectors_find_the_exporter_s_pods_and_not_the_test_s(string values)
    {
        var rendered = await Chart.RenderAsync(values);
        var selectors = new List<IReadOnlyDictionary<string, string>> { rendered.Workload.Strings("spec", "selector", "matchLabels") };
        selectors.AddRange(rendered.All("Service").Select(s => s.Strings("spec", "selector")));
        selectors.AddRange(rendered.All("PodDisruptionBudget").Concat(rendered.All("PodMonitor")).Select(s => s.Strings("spec", "selector", "matchLabels")));
        selectors.AddRange(rendered.All("NetworkPolicy").Select(s => s.Strings("spec", "podSelector", "matchLabels")));
        Assert.All(selectors, s =>
        {
            Assert.NotEmpty(s);
            Assert.True(Selects(s, rendered.Pod));
            Assert.False(Selects(s, rendered.TestPod));
        });
    }

    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task Ports_lead_to_the_port_that_the_program_listens_on(string values)
    {
        var rendered = await Chart.RenderAsync(values);
        var port = Assert.Single(rendered.Container.Items("ports"));
        Assert.Equal("http", port.Text("name"));
        Assert.Contains($"[default: :{port.Text("containerPort")}]", (await ExporterProcess.RunAsync("serve", "--help")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(rendered.Container.Items("args"), a => a.ToString().StartsWith("--web.listen-address", StringComparison.Ordinal));
        Assert.All(rendered.All("Service"), s => Assert.Equal("http", Assert.Single(s.Items("spec", "ports")).Text("targetPort")));
        Assert.All(rendered.All("NetworkPolicy"), p => Assert.Equal(port.Text("containerPort"), p.Text("spec", "ingress", "0", "ports", "0", "port")));
        Assert.All(rendered.All("ServiceMonitor"), m => Assert.Equal("http", m.Text("spec", "endpoints", "0", "port")));
        Assert.All(rendered.All("PodMonitor"), m => Assert.Equal("http", m.Text("spec", "podMetricsEndpoints", "0", "port")));
    }

    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task Pods_pass_the_restricted_Pod_Security_Standard_and_write_nowhere(string values) =>
        Assert.All((await Chart.RenderAsync(values)).Pods, pod =>
        {
            Assert.All((string[])["hostNetwork", "hostPID", "hostIPC"], key => Assert.Null(pod.Find("spec", key)));
            Assert.All(pod.Items("spec", "volumes"), v => Assert.Contains(Assert.Single(v.Keys(), k => k != "name"), SafeVolumes));
            var context = pod.Find("spec", "securityContext")!;
            Assert.Equal(("true", "RuntimeDefault"), (context.Text("runAsNonRoot"), context.Text("seccompProfile", "type")));
            Assert.Matches("^[1-9][0-9]*$", context.Text("runAsUser"));
            foreach (var container in pod.Items("spec", "containers").Concat(pod.Items("spec", "initContainers")))
            {
                var own = container.Find("securityContext")!;
                Assert.Equal(("false", "true"), (own.Text("allowPrivilegeEscalation"), own.Text("readOnlyRootFilesystem")));
                Assert.Equal("[\"ALL\"]", own.Find("capabilities", "drop")!.Flow(sorted: true));
                Assert.Equal(["drop"], own.Keys("capabilities"));
                Assert.NotEqual("true", own.Text("privileged"));
                Assert.All(container.Items("ports"), p => Assert.Null(p.Find("hostPort")));
            }
        });

    [Fact]
    public async Task A_release_whose_name_is_a_number_stays_a_name()
    {
        var run = await Chart.HelmAsync("template", "123", Chart.Folder, "--kube-version", "1.32.0", "--values", Chart.PathOf("sharded.yaml"));
        Assert.True(run.Status == 0, run.Error);
        var validation = await Schemas.ValidateAsync(run.Output);
        Assert.True(validation.Status == 0, validation.Output);
    }

    /// <summary>With service links Kubernetes sets DXJOBS_EXPORTER_PORT and the like for every Service; the environment holds what is meant and nothing else.</summary>
    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task Kubernetes_puts_no_settings_and_no_token_into_the_pods(string values) =>
        Assert.All((await Chart.RenderAsync(values)).Pods, pod =>
        {
            Assert.Equal("false", pod.Text("spec", "enableServiceLinks"));
            Assert.Equal(values == "additions.yaml" && pod.Find("spec", "restartPolicy") is null ? "true" : "false", pod.Text("spec", "automountServiceAccountToken"));
        });

    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task No_ConfigMap_holds_a_secret_and_the_web_configuration_comes_from_one(string values)
    {
        var rendered = await Chart.RenderAsync(values);
        Assert.Equal(values == "everything-on.yaml" ? 1 : 0, rendered.All("Secret").Count);
        Assert.All(rendered.All("ConfigMap"), m => Assert.All(m.Strings("data").Values, text =>
            Assert.DoesNotMatch(@"\$2[aby]\$|PRIVATE KEY|secret_access_key|session_token|(?i:password *:)", text)));
        Assert.All(rendered.Pods.SelectMany(p => p.Items("spec", "volumes")).Where(v => v.Text("name") == "web-config"), v =>
            Assert.All(v.Items("projected", "sources"), s => Assert.Equal(["secret"], s.Keys())));
    }

    /// <summary>A file mounted by subPath stays as it was when the pod started; the exporter would never see a change.</summary>
    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task What_changes_is_mounted_as_a_folder_and_every_mount_has_its_volume(string values) =>
        Assert.All((await Chart.RenderAsync(values)).Pods, pod =>
        {
            var container = pod.Items("spec", "containers")[0];
            var volumes = pod.Items("spec", "volumes").Select(v => v.Text("name")!).ToList();
            var mounts = container.Items("volumeMounts");
            Assert.Equal(volumes.Order(StringComparer.Ordinal), mounts.Select(m => m.Text("name")!).Order(StringComparer.Ordinal));
            Assert.All(mounts, m => Assert.Null(m.Find("subPath")));
            var files = container.Items("args").Select(a => a.ToString()).Where(a => a.Contains("config.file=", StringComparison.Ordinal)).Select(a => a.Split('=')[1]);
            Assert.All(files, f => Assert.Contains(mounts, m => m.Text("mountPath") == Path.GetDirectoryName(f) && m.Text("readOnly") == "true"));
        });

    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task A_monitor_scrapes_every_pod_once_at_the_path_that_is_served(string values)
    {
        var rendered = await Chart.RenderAsync(values);
        var path = rendered.Container.Items("args").Select(a => a.ToString()).Single(a => a.StartsWith("--web.telemetry-path=", StringComparison.Ordinal)).Split('=')[1];
        var monitors = rendered.All("ServiceMonitor").Concat(rendered.All("PodMonitor")).ToList();
        Assert.All(monitors, m =>
        {
            var endpoint = Assert.Single(m.Items("spec", m.Text("kind") == "PodMonitor" ? "podMetricsEndpoints" : "endpoints"));
            Assert.Equal(path, endpoint.Text("path"));
            Assert.Equal($"[\"{NamespaceOf(values)}\"]", m.Find("spec", "namespaceSelector", "matchNames")!.Flow(sorted: true));
        });
        Assert.All(rendered.All("ServiceMonitor"), m => Assert.Single(rendered.All("Service"), s => Selects(m.Strings("spec", "selector", "matchLabels"), s)));
    }

    /// <summary>Argo CD compares renderings: a random or time-dependent value would be a permanent difference.</summary>
    [Theory]
    [MemberData(nameof(ValuesFiles))]
    public async Task Two_renderings_are_equal(string values) => Assert.Equal((await Chart.RenderAsync(values)).Text, (await Chart.RenderAsync(values)).Text);

    [Fact]
    public void No_template_uses_a_random_or_time_dependent_function() =>
        Assert.All(Directory.GetFiles(Path.Combine(Chart.Folder, "templates"), "*", SearchOption.AllDirectories), f =>
            Assert.DoesNotMatch(@"\b(rand\w+|now|date\w*|ago|uuidv4|genCA|gen\w+Cert|genPrivateKey|bcrypt|htpasswd|lookup|shuffle|getHostByName)\b\s+[$.""(]", File.ReadAllText(f)));

    private static string NamespaceOf(string values) => values == "additions.yaml" ? "elsewhere" : Chart.Namespace;

    private static bool Selects(IReadOnlyDictionary<string, string> selector, YamlNode of) =>
        selector.All(s => of.Strings("metadata", "labels").TryGetValue(s.Key, out var value) && value == s.Value);
}
