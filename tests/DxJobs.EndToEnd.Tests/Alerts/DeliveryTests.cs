using System.Globalization;
using System.Text.Json;
using DxJobs.EndToEnd.Tests.Dashboards;
using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Alerts;

/// <summary>From an exposition through a real Prometheus and a real Alertmanager to a webhook.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_spike_of_errors_reaches_the_pager_and_resolves_when_it_is_over()
    {
        var cancel = TestContext.Current.CancellationToken;
        var sample = new SampleExposition { Failed = 0, Troubles = false };
        await using var exposition = new ExpositionServer(sample.Text);
        await using var webhook = new Webhook();
        await using var alertmanager = await Alertmanager.StartAsync(webhook.Address, cancel);
        await using var prometheus = await PrometheusServer.StartAsync(
            exposition.Metrics, DashboardQueryTests.Impatient(RuleFile.Text), alertmanager.Address, cancel);

        await Eventually.TrueAsync(async () => (await prometheus.QueryAsync("dxjobs:recently_finished_jobs", cancel)).Count > 0, "the rules see jobs", cancel);
        Assert.DoesNotContain(webhook.Alerts, a => Webhook.Label(a, "alertname") == "DxJobsErrorSpike");

        sample.Failed = 20;
        await Eventually.TrueAsync(() => Task.FromResult(webhook.Got("DxJobsErrorSpike", "firing", "provider")), "the alert arrives", cancel);
        var alert = webhook.Alerts.First(a => Webhook.Label(a, "alertname") == "DxJobsErrorSpike" && Webhook.Label(a, "target") == "provider");
        Assert.Equal("critical", Webhook.Label(alert, "severity"));
        Assert.Equal("IMPORT_ASSETS_FROM_S3", Webhook.Label(alert, "type"));
        Assert.Contains("20 of 32 IMPORT_ASSETS_FROM_S3 jobs failed in the last hour", Annotation(alert, "summary"), StringComparison.Ordinal);
        Assert.EndsWith("/docs/runbooks/DxJobsErrorSpike.md", Annotation(alert, "runbook_url"), StringComparison.Ordinal);

        sample.Failed = 0;
        await Eventually.TrueAsync(() => Task.FromResult(webhook.Got("DxJobsErrorSpike", "resolved", "provider")), "the alert resolves", cancel);
    }

    /// <summary>The whole way: jobs that fail in an account, the exporter, Prometheus, Alertmanager, the pager; and back when the hour of the spike has passed.</summary>
    [Theory]
    [MemberData(nameof(Peers.Versions), MemberType = typeof(Peers))]
    public async Task A_spike_in_a_simulated_account_reaches_the_pager_and_resolves(PeerVersion version)
    {
        var cancel = TestContext.Current.CancellationToken;

        // An hour of the account is ten seconds here.
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Jobs = 500, Seed = 3, Speed = 360, Faults = SimulatorFaults.Parse("fail=0") }, TimeProvider.System, null, cancel);
        using var config = new ConfigFile(
            $"poll: {{interval: 1s, timeout: 1s, max_requests_per_second: 1000}}\ntargets: [{{name: feeds, region: us-east-1, endpoint_url: \"{server.Endpoint}\"}}]");
        await using var exporter = await ExporterProcess.ServeAsync("--config.file", config.Path);
        await exporter.ScrapedAsync(s => s.Up("feeds"), "the account is up");
        await using var webhook = new Webhook();
        await using var alertmanager = await Alertmanager.StartAsync(webhook.Address, cancel, version);
        await using var prometheus = await PrometheusServer.StartAsync(
            new Uri(exporter.Address, "/metrics"), DashboardQueryTests.Impatient(RuleFile.Text), alertmanager.Address, cancel, version);
        await Eventually.TrueAsync(async () => (await prometheus.QueryAsync("dxjobs:recently_finished_jobs", cancel)).Count > 0, "the rules see jobs", cancel);
        Assert.False(webhook.Got("DxJobsErrorSpike", "firing", "feeds"));

        var now = server.Account.Now;
        for (var i = 0; i < 20; i++)
        {
            server.Account.Upsert(server.Account.Waiting(i.ToString("x32", CultureInfo.InvariantCulture)) with
            {
                StartedAt = now,
                EndedAt = now.AddMinutes(1),
                EndState = SimulatedJobState.Error,
                Errors = [new("ACCESS_DENIED_EXCEPTION", "no")],
            });
        }

        await Eventually.TrueAsync(() => Task.FromResult(webhook.Got("DxJobsErrorSpike", "firing", "feeds")), () => $"the alert arrives\n{exporter.Log}", cancel);
        var alert = webhook.Alerts.First(a => Webhook.Label(a, "alertname") == "DxJobsErrorSpike");
        Assert.Equal(("EXPORT_ASSETS_TO_S3", "us-east-1", "123456789012"), (Webhook.Label(alert, "type"), Webhook.Label(alert, "region"), Webhook.Label(alert, "account_id")));

        await Eventually.TrueAsync(() => Task.FromResult(webhook.Got("DxJobsErrorSpike", "resolved", "feeds")), "the alert resolves", cancel);
        Assert.True(webhook.Got("DxJobsAccessDenied", "firing", "feeds"), "their code has an alert of its own");
    }

    /// <summary>The runbooks' own commands, as somebody would paste them.</summary>
    [Theory]
    [MemberData(nameof(Peers.Versions), MemberType = typeof(Peers))]
    public async Task Every_runbook_silences_its_alert_with_a_command_that_works(PeerVersion version)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var webhook = new Webhook();
        await using var alertmanager = await Alertmanager.StartAsync(webhook.Address, cancel, version);
        var path = $"{Path.GetDirectoryName(Peers.Amtool(version))}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var alert in RuleFile.Alerts.Select(a => a.Name).Distinct())
        {
            var script = RunbookTests.Commands(alert).Single(c => c.Contains("silence add", StringComparison.Ordinal))
                .Replace("http://localhost:9093", alertmanager.Address.ToString(), StringComparison.Ordinal);
            var (exitCode, output) = await Command.RunAsync("bash", ["-e", "-c", script], new Dictionary<string, string> { ["USER"] = "test", ["PATH"] = path }, cancel);
            Assert.True(exitCode == 0, $"{alert}: {output}");
        }

        using var http = new HttpClient { BaseAddress = alertmanager.Address };
        using var silences = JsonDocument.Parse(await http.GetStringAsync("/api/v2/silences", cancel));
        var silenced = silences.RootElement.EnumerateArray()
            .SelectMany(s => s.GetProperty("matchers").EnumerateArray()).Where(m => m.GetProperty("name").GetString() == "alertname").Select(m => m.GetProperty("value").GetString()!);
        Assert.Equal(RuleFile.Alerts.Select(a => a.Name).Distinct().Order(StringComparer.Ordinal), silenced.Order(StringComparer.Ordinal));
        Assert.All(silences.RootElement.EnumerateArray(), s => Assert.True(s.GetProperty("comment").GetString()!.Length > 10));
    }

    private static string Annotation(JsonElement alert, string name) => alert.GetProperty("annotations").GetProperty(name).GetString()!;
}
