using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Metrics;

public sealed class ExpositionTests
{
    [Fact]
    public async Task A_snapshot_beside_its_text()
    {
        await using var metrics = new MetricsHarness();
        var target = MetricsHarness.Target("prod");
        metrics.Polls.Introduce(target);
        metrics.Post(target, SnapshotMother.OneOfEach(metrics.Clock.GetUtcNow()));
        metrics.Polls.RequestEnded(target, "ListJobs", CallOutcome.Ok, TimeSpan.FromSeconds(0.03));
        metrics.Polls.PageRead(target, 1);
        metrics.Polls.Corrected(target, 2);
        metrics.Polls.PollEnded(target, PollMode.Full, CallOutcome.Ok, TimeSpan.FromSeconds(1));
        metrics.Polls.JobEnded(target, "123456789012", new StateAndType("COMPLETED", "IMPORT_ASSETS_FROM_S3"), TimeSpan.FromSeconds(40));

        Golden.Compare("tests/DxJobs.Exporter.Tests/Metrics/one-of-each.golden.txt", WithoutBuild(await metrics.ScrapeAsync()));
    }

    [Fact]
    public async Task The_same_in_OpenMetrics()
    {
        await using var metrics = new MetricsHarness();
        var target = MetricsHarness.Target("prod");
        metrics.Polls.Introduce(target);
        metrics.Post(target, SnapshotMother.OneOfEach(metrics.Clock.GetUtcNow()));

        var text = await metrics.ScrapeAsync(MetricsHarness.OpenMetrics);

        Assert.Contains("# TYPE aws_dataexchange_finished_jobs counter\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE dxjobs_poll_last_success_timestamp_seconds gauge\n# UNIT dxjobs_poll_last_success_timestamp_seconds seconds\n", text, StringComparison.Ordinal);
        Assert.EndsWith("# EOF\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_and_counters_are_there_before_the_first_poll()
    {
        await using var metrics = new MetricsHarness();
        metrics.Polls.Introduce(MetricsHarness.Target("prod"));

        Assert.Equal(["""dxjobs_target_up{region="us-east-1",target="prod"} 0"""], await metrics.SamplesAsync("dxjobs_target_up"));
        Assert.Equal(["""dxjobs_pages_read_total{region="us-east-1",target="prod"} 0"""], await metrics.SamplesAsync("dxjobs_pages_read_total"));
        Assert.Equal(["""dxjobs_resync_corrections_total{region="us-east-1",target="prod"} 0"""], await metrics.SamplesAsync("dxjobs_resync_corrections_total"));
        var requests = await metrics.SamplesAsync("dxjobs_api_requests_total");
        Assert.Equal(Enum.GetValues<CallOutcome>().Length, requests.Length);
        Assert.All(requests, line => Assert.EndsWith(" 0", line, StringComparison.Ordinal));
        Assert.DoesNotContain("aws_dataexchange_", await metrics.ScrapeAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_AWS_adds_later_pass_through_and_every_label_is_escaped()
    {
        await using var metrics = new MetricsHarness();
        var target = MetricsHarness.Target("prod");
        metrics.Polls.Introduce(target);
        metrics.Post(target, SnapshotMother.Empty(metrics.Clock.GetUtcNow()) with
        {
            Jobs = new Dictionary<StateAndType, long> { [new("PAUSED_BY_AWS", "IMPORT_ASSET_FROM_MOON")] = 5 },
            DataSets = [new DataSetInfo("ds", "say \"hi\"\\\nprecio €, 価格 🚀", "NEW_ORIGIN")],
        });

        Assert.Equal(
            ["""aws_dataexchange_jobs{account_id="123456789012",region="us-east-1",state="PAUSED_BY_AWS",target="prod",type="IMPORT_ASSET_FROM_MOON"} 5"""],
            await metrics.SamplesAsync("aws_dataexchange_jobs"));
        Assert.Equal(
            ["""aws_dataexchange_data_set_info{account_id="123456789012",data_set_id="ds",data_set_name="say \"hi\"\\\nprecio €, 価格 🚀",origin="NEW_ORIGIN",region="us-east-1",target="prod"} 1"""],
            await metrics.SamplesAsync("aws_dataexchange_data_set_info"));
    }

    [Fact]
    public async Task No_scope_labels_no_target_info_and_the_runtime_is_there()
    {
        await using var metrics = new MetricsHarness();
        metrics.Polls.Introduce(MetricsHarness.Target("prod"));

        var text = await metrics.ScrapeAllAsync();

        Assert.DoesNotContain("otel_scope", text, StringComparison.Ordinal);
        Assert.DoesNotContain("target_info", text, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_cpu_time_seconds_total{", text, StringComparison.Ordinal);
        Assert.Contains("\ndotnet_process_memory_working_set_bytes{", text, StringComparison.Ordinal);
    }

    /// <summary>The build's own labels change with every commit.</summary>
    private static string WithoutBuild(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("dxjobs_build_info{", StringComparison.Ordinal)));
}
