using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Tests.Metrics;

public sealed class VanishingSeriesTests
{
    private const string Account = "123456789012";
    private static readonly StateAndType Completed = new("COMPLETED", "IMPORT_ASSETS_FROM_S3");

    [Fact]
    public async Task Stale_job_series_vanish_all_together_and_the_targets_health_stays()
    {
        await using var metrics = new MetricsHarness();
        var target = MetricsHarness.Target("prod");
        metrics.Polls.Introduce(target);
        metrics.Get<CurrentOptions>().Replace(new ExporterOptions { Poll = new PollOptions { StaleAfter = TimeSpan.FromMinutes(5) } });
        metrics.Post(target, SnapshotMother.OneOfEach(metrics.Clock.GetUtcNow()));
        metrics.Polls.JobEnded(target, Account, Completed, TimeSpan.FromSeconds(40));
        metrics.Polls.PollEnded(target, PollMode.Full, CallOutcome.Ok, TimeSpan.FromSeconds(1));
        metrics.PostFailure(target);

        metrics.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("aws_dataexchange_job_duration_seconds_bucket{", await metrics.ScrapeAsync(), StringComparison.Ordinal);

        metrics.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var text = await metrics.ScrapeAsync();
        Assert.DoesNotContain("aws_dataexchange_", text, StringComparison.Ordinal);
        Assert.Contains("""dxjobs_target_up{region="us-east-1",target="prod"} 0""", text, StringComparison.Ordinal);
        Assert.Contains("dxjobs_poll_last_success_timestamp_seconds{", text, StringComparison.Ordinal);
        Assert.Contains("dxjobs_poll_duration_seconds_count{", text, StringComparison.Ordinal);
        Assert.Contains("""dxjobs_jobs_tracked{region="us-east-1",target="prod"} 42""", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shorter_stale_after_takes_effect_at_the_next_scrape()
    {
        await using var metrics = new MetricsHarness();
        var target = MetricsHarness.Target("prod");
        metrics.Polls.Introduce(target);
        metrics.Post(target, SnapshotMother.OneOfEach(metrics.Clock.GetUtcNow()));
        metrics.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotEmpty(await metrics.SamplesAsync("aws_dataexchange_jobs"));

        metrics.Get<CurrentOptions>().Replace(new ExporterOptions { Poll = new PollOptions { StaleAfter = TimeSpan.FromMinutes(1) } });

        Assert.Empty(await metrics.SamplesAsync("aws_dataexchange_jobs"));
    }

    [Fact]
    public async Task A_target_that_is_good_again_has_its_durations_back_and_others_never_lost_theirs()
    {
        await using var metrics = new MetricsHarness();
        var flaky = MetricsHarness.Target("flaky");
        var steady = MetricsHarness.Target("steady");
        metrics.Polls.Introduce(flaky);
        metrics.Polls.Introduce(steady);
        Good(flaky);
        Good(steady);
        foreach (var seconds in (double[])[0.2, 1, 1.0001, 4.7, 40, 40, 3599.5, 3600, 400_000])
        {
            metrics.Polls.JobEnded(flaky, Account, Completed, TimeSpan.FromSeconds(seconds));
            metrics.Polls.JobEnded(steady, Account, Completed, TimeSpan.FromSeconds(seconds));
        }

        var before = await DurationsAsync();
        Assert.Equal(2 * 17, before.Length);

        metrics.Clock.Advance(TimeSpan.FromMinutes(6));
        Good(steady);
        var during = await DurationsAsync();
        Assert.Equal(Array.FindAll(before, line => line.Contains("steady", StringComparison.Ordinal)), during);

        metrics.Polls.JobEnded(flaky, Account, Completed, TimeSpan.FromSeconds(2)); // recorded out of sight
        Good(flaky);
        var after = await DurationsAsync();
        Assert.Equal(before.Length, after.Length);
        Assert.Contains(after, line => line.Contains("_count{", StringComparison.Ordinal) && line.EndsWith("""target="flaky",type="IMPORT_ASSETS_FROM_S3"} 10""", StringComparison.Ordinal));
        Assert.Contains(after, line => line.Contains("""target="flaky",type="IMPORT_ASSETS_FROM_S3",le="1"} 2""", StringComparison.Ordinal));
        Assert.Contains(after, line => line.Contains("""target="flaky",type="IMPORT_ASSETS_FROM_S3",le="5"} 5""", StringComparison.Ordinal));
        Assert.Contains(after, line => line.Contains("""target="flaky",type="IMPORT_ASSETS_FROM_S3",le="259200"} 9""", StringComparison.Ordinal));
        var sum = Array.Find(after, line => line.Contains("_sum{", StringComparison.Ordinal) && line.Contains("flaky", StringComparison.Ordinal))!;
        Assert.Equal(0.2 + 1 + 1.0001 + 4.7 + 40 + 40 + 3599.5 + 3600 + 400_000 + 2, double.Parse(sum[(sum.LastIndexOf(' ') + 1)..], null), 1e-6);

        void Good(Target target) => metrics.Post(target, SnapshotMother.Empty(metrics.Clock.GetUtcNow()));
        async Task<string[]> DurationsAsync() =>
            [.. (await metrics.ScrapeAsync()).Split('\n').Where(l => l.StartsWith("aws_dataexchange_job_duration_seconds_", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_target_that_left_takes_all_its_series_with_it()
    {
        await using var metrics = new MetricsHarness();
        var leaving = MetricsHarness.Target("leaving");
        var staying = MetricsHarness.Target("staying");
        foreach (var target in (Target[])[leaving, staying])
        {
            metrics.Polls.Introduce(target);
            metrics.Post(target, SnapshotMother.OneOfEach(metrics.Clock.GetUtcNow()));
            metrics.Polls.JobEnded(target, Account, Completed, TimeSpan.FromSeconds(40));
            metrics.Polls.PollEnded(target, PollMode.Full, CallOutcome.Ok, TimeSpan.FromSeconds(1));
            metrics.Polls.RequestEnded(target, "ListJobs", CallOutcome.Ok, TimeSpan.FromSeconds(1));
        }

        var before = await metrics.ScrapeAsync();
        metrics.Polls.Forget(leaving);
        metrics.Board.Remove(leaving);
        metrics.Polls.PollEnded(leaving, PollMode.Full, CallOutcome.Network, TimeSpan.FromSeconds(1)); // the poll that the reload cut short
        var after = await metrics.ScrapeAsync();

        Assert.DoesNotContain("leaving", after, StringComparison.Ordinal);
        Assert.Equal(
            before.Split('\n').Where(line => line.Contains("staying", StringComparison.Ordinal)),
            after.Split('\n').Where(line => line.Contains("staying", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_target_replaced_under_its_name_starts_anew_in_whatever_order_the_reload_goes()
    {
        await using var metrics = new MetricsHarness();
        var former = MetricsHarness.Target("prod");
        var latter = former with { RoleArn = "arn:aws:iam::210987654321:role/read" };
        metrics.Polls.Introduce(former);
        metrics.Polls.PageRead(former, 1);
        metrics.Polls.PollEnded(former, PollMode.Full, CallOutcome.Ok, TimeSpan.FromSeconds(1));
        await metrics.ScrapeAsync();

        metrics.Polls.Introduce(latter);
        metrics.Polls.Forget(former);
        metrics.Polls.PollEnded(latter, PollMode.Full, CallOutcome.Ok, TimeSpan.FromSeconds(1));

        Assert.Equal(["""dxjobs_pages_read_total{region="us-east-1",target="prod"} 0"""], await metrics.SamplesAsync("dxjobs_pages_read_total"));
        Assert.Equal(
            ["""dxjobs_poll_duration_seconds_count{mode="full",outcome="ok",region="us-east-1",target="prod"} 1"""],
            await metrics.SamplesAsync("dxjobs_poll_duration_seconds_count"));
    }

    [Fact]
    public async Task Introducing_a_kept_target_again_resets_nothing()
    {
        await using var metrics = new MetricsHarness();
        metrics.Polls.Introduce(MetricsHarness.Target("prod"));
        metrics.Polls.PageRead(MetricsHarness.Target("prod"), 1);

        metrics.Polls.Introduce(MetricsHarness.Target("prod"));

        Assert.Equal(["""dxjobs_pages_read_total{region="us-east-1",target="prod"} 1"""], await metrics.SamplesAsync("dxjobs_pages_read_total"));
    }
}
