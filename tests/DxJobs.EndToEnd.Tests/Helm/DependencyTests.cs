namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>The chart as a dependency of another chart, and its adaptation to OpenShift.</summary>
public sealed class DependencyTests
{
    private const string OpenShift = "security.openshift.io/v1";
    private static readonly string[] AssignedIds = ["runAsUser", "runAsGroup", "fsGroup"];

    [Theory]
    [InlineData("dxjobs-exporter.enabled=true")]
    [InlineData("dxjobs-exporter.enabled=true,tags.monitoring=false")]
    [InlineData("dxjobs-exporter.enabled=true,global.storageClass=fast,global.postgresql.auth.database=a")]
    [InlineData("dxjobs-exporter.simulate=true,dxjobs-exporter.enabled=true,otherChart.enabled=true")]
    public async Task A_parent_chart_switches_it_on_and_shares_any_global_values(string set)
    {
        using var umbrella = new UmbrellaChart("");
        var run = await umbrella.TemplateAsync("--set", set);
        Assert.True(run.Status == 0, run.Error);
        var rendered = new Rendered(run.Output);
        Assert.Equal("Deployment", rendered.Workload.Text("kind"));
        Assert.Equal("demo-dxjobs-exporter", rendered.Workload.Text("metadata", "name"));
        var validation = await Schemas.ValidateAsync(run.Output);
        Assert.True(validation.Status == 0, validation.Output);
    }

    [Theory]
    [InlineData("dxjobs-exporter.enabled=false")]
    [InlineData("tags.monitoring=false")]
    public async Task A_parent_chart_switches_it_off(string set)
    {
        using var umbrella = new UmbrellaChart("");
        var run = await umbrella.TemplateAsync("--set", set);
        Assert.True(run.Status == 0, run.Error);
        Assert.Empty(new Rendered(run.Output).Manifests);
    }

    [Fact]
    public async Task Under_an_alias_the_values_below_the_alias_apply()
    {
        using var umbrella = new UmbrellaChart("jobs: {enabled: true, replicas: 2, serviceMonitor: {enabled: true}}", "jobs");
        var run = await umbrella.TemplateAsync();
        Assert.True(run.Status == 0, run.Error);
        var rendered = new Rendered(run.Output);
        Assert.Equal(("demo-jobs", "2"), (rendered.Workload.Text("metadata", "name"), rendered.Workload.Text("spec", "replicas")));
        Assert.Equal("jobs", rendered.One("ServiceMonitor").Text("spec", "selector", "matchLabels", "app.kubernetes.io/name"));
    }

    [Theory]
    [InlineData("dxjobs-exporter.replica=2", "Additional property replica is not allowed")]
    [InlineData("dxjobs-exporter.enabled=maybe", "enabled: Invalid type")]
    [InlineData("global.imageRegistry.host=a", "imageRegistry: Invalid type")]
    public async Task In_a_parent_chart_misspelt_and_wrong_values_are_still_rejected(string set, string message)
    {
        using var umbrella = new UmbrellaChart("");
        var run = await umbrella.TemplateAsync("--set", set);
        Assert.Equal(1, run.Status);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate=false", "ghcr.io/dxjobs-exporter/dxjobs-exporter")]
    [InlineData("image.registry=docker.example", "docker.example/dxjobs-exporter/dxjobs-exporter")]
    [InlineData("image.registry=docker.example,global.imageRegistry=registry.example:5000/", "registry.example:5000/dxjobs-exporter/dxjobs-exporter")]
    [InlineData("image.repository=mirror/exporter,global.imageRegistry=registry.example", "registry.example/mirror/exporter")]
    [InlineData("image.repository=own.example/mirror/exporter,global.imageRegistry=registry.example", "own.example/mirror/exporter")]
    [InlineData("image.repository=localhost/exporter", "localhost/exporter")]
    [InlineData("image.repository=local:5000/exporter", "local:5000/exporter")]
    [InlineData("image.registry=", "dxjobs-exporter/dxjobs-exporter")]
    public async Task The_image_registry_is_the_global_one_unless_the_repository_names_its_own(string set, string image)
    {
        var rendered = await Chart.RenderAsync("defaults.yaml", set);
        Assert.All(rendered.Pods, p => Assert.Matches($"^{image}:[0-9.]+$", p.Text("spec", "containers", "0", "image")));
    }

    [Theory]
    [InlineData("imagePullSecrets[0].name=a", "[{name: a}]")]
    [InlineData("global.imagePullSecrets={b}", "[{name: b}]")]
    [InlineData("global.imagePullSecrets[0].name=b,imagePullSecrets[0].name=a", "[{name: a}, {name: b}]")]
    [InlineData("global.imagePullSecrets={a},imagePullSecrets[0].name=a", "[{name: a}]")]
    public async Task Pull_secrets_are_the_chart_s_and_the_global_ones(string set, string secrets)
    {
        var rendered = await Chart.RenderAsync("defaults.yaml", set);
        Assert.All(rendered.Pods, p => Assert.Equal(secrets, p.Find("spec", "imagePullSecrets")!.Flow()));
        Assert.All((await Chart.RenderAsync("defaults.yaml")).Pods, p => Assert.Null(p.Find("spec", "imagePullSecrets")));
    }

    [Theory]
    [InlineData("global.imagePullSecrets[0].nam=a")]
    [InlineData("global.imagePullSecrets[0]=")]
    public async Task A_pull_secret_without_a_name_is_rejected(string set) => Assert.Equal(1, (await Chart.TemplateAsync("--set", set)).Status);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_OpenShift_the_pods_name_no_user_or_group(bool subchart)
    {
        using var umbrella = new UmbrellaChart("");
        var run = subchart ? await umbrella.TemplateAsync("--api-versions", OpenShift) : await Chart.TemplateAsync("--api-versions", OpenShift);
        Assert.True(run.Status == 0, run.Error);
        Assert.All(new Rendered(run.Output).Pods, pod =>
        {
            var contexts = pod.Items("spec", "containers").Select(c => c.Find("securityContext")!).Append(pod.Find("spec", "securityContext")!).ToList();
            Assert.All(contexts, c => Assert.DoesNotContain(c.Keys(), AssignedIds.Contains));
            Assert.Equal("true", contexts[^1].Text("runAsNonRoot"));
            Assert.Equal("RuntimeDefault", contexts[^1].Text("seccompProfile", "type"));
        });
    }

    [Theory]
    [InlineData("auto", true, false)]
    [InlineData("auto", false, true)]
    [InlineData("force", false, false)]
    [InlineData("disabled", true, true)]
    public async Task The_adaptation_to_OpenShift_can_be_forced_and_disabled(string mode, bool openShift, bool user)
    {
        string[] capability = openShift ? ["--api-versions", OpenShift] : [];
        var run = await Chart.TemplateAsync([
            "--set", $"openshift.adaptSecurityContext={mode},securityContext.runAsUser=2000,podSecurityContext.supplementalGroups={{3000}}", .. capability]);
        Assert.True(run.Status == 0, run.Error);
        var rendered = new Rendered(run.Output);
        Assert.All(rendered.Pods, pod =>
        {
            Assert.Equal(user, pod.Find("spec", "securityContext", "fsGroup") is not null);
            Assert.Equal(user ? "2000" : null, pod.Text("spec", "containers", "0", "securityContext", "runAsUser"));
            Assert.Equal("[3000]", pod.Find("spec", "securityContext", "supplementalGroups")!.Flow());
        });
        var validation = await Schemas.ValidateAsync(run.Output);
        Assert.True(validation.Status == 0, validation.Output);
    }
}
