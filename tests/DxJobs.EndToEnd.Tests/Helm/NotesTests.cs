namespace DxJobs.EndToEnd.Tests.Helm;

/// <summary>What is said after an installation. Only a cluster makes helm show it, so a copy of the chart shows it as an object.</summary>
public sealed class NotesTests
{
    /// <summary>A Service stands for one pod at a time: scraped through it, the others' numbers would be missing or leap.</summary>
    [Theory]
    [InlineData("replicas=1", "add demo-dxjobs-exporter.somewhere.svc:10390 to the targets of Prometheus.")]
    [InlineData("replicas=2", "discover every pod in Prometheus (kubernetes_sd_configs).")]
    [InlineData("shards=3", "discover every shard in Prometheus (dns_sd_configs: demo-dxjobs-exporter-shards.somewhere.svc, type A, port 10390).")]
    public async Task They_say_how_to_scrape_every_pod(string set, string words) =>
        Assert.Contains($"Not scraped yet: enable serviceMonitor or podMonitor, or {words}\n", await NotesAsync("defaults.yaml", set), StringComparison.Ordinal);

    [Theory]
    [InlineData("demo.yaml", "1 replica in somewhere", "The exporter polls a simulated AWS account", "http://localhost:10390/", "Not scraped yet", "The alert rules are not installed")]
    [InlineData("defaults.yaml", "--service-account demo-dxjobs-exporter --role-arn", "No targets are configured: the exporter polls one, named default, in the region of AWS_REGION")]
    [InlineData("everything-on.yaml", "2 replicas in somewhere", "service/demo-dxjobs 443:443", "https://localhost:443/", "--service-account dxjobs ")]
    [InlineData("sharded.yaml", "3 shards in somewhere", "helm -n somewhere test demo", "pod/demo-dxjobs-exporter-0")]
    public async Task They_say_what_was_installed_and_what_is_left_to_do(string values, params string[] words)
    {
        var notes = await NotesAsync(values);
        Assert.All(words, w => Assert.Contains(w, notes, StringComparison.Ordinal));
        Assert.DoesNotContain("<no value>", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_ask_for_nothing_that_is_done()
    {
        var notes = await NotesAsync("everything-on.yaml");
        Assert.All((string[])["Not scraped yet", "not installed", "No targets", "simulated"], w => Assert.DoesNotContain(w, notes, StringComparison.Ordinal));
    }

    private static async Task<string> NotesAsync(string values, params string[] set)
    {
        using var chart = new ChartCopy();
        await File.WriteAllTextAsync(
            chart.PathOf("templates/shown.yaml"), """notes: {{ include (print $.Template.BasePath "/NOTES.txt") . | toJson }}""", TestContext.Current.CancellationToken);
        var run = await Chart.HelmAsync([
            "template", Chart.Release, chart.Folder, "--namespace", Chart.Namespace, "--values", Chart.PathOf(values), "--show-only", "templates/shown.yaml", .. set.SelectMany(s => (string[])["--set", s])]);
        Assert.True(run.Status == 0, run.Error);
        return Yaml.Documents(run.Output)[0].Text("notes")!;
    }
}
