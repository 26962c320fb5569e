using System.Diagnostics.Metrics;
using DxJobs.Core.Failures;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Metrics;

namespace DxJobs.Exporter.Tests.Metrics;

/// <summary>OpenTelemetry never frees the slot of a series that is gone, and folds what finds no slot into an overflow series.</summary>
public sealed class CardinalityTests
{
    private const string Account = "123456789012";

    [Fact]
    public async Task Data_sets_may_come_and_go_for_ever()
    {
        await using var metrics = new MetricsHarness();
        var churning = MetricsHarness.Target("churning");
        var steady = MetricsHarness.Target("steady");
        metrics.Polls.Introduce(churning);
        metrics.Polls.Introduce(steady);
        metrics.Post(steady, SnapshotMother.OneOfEach(metrics.Clock.GetUtcNow()));
        metrics.Polls.JobEnded(steady, Account, new("COMPLETED", "IMPORT_ASSETS_FROM_S3"), TimeSpan.FromSeconds(40));
        var steadyLines = Lines(await metrics.ScrapeAsync(), "steady");

        for (var round = 0; round < 200; round++)
        {
            metrics.Post(churning, SnapshotMother.OfDataSets(metrics.Clock.GetUtcNow(), Enumerable.Range(0, 101).Select(i => $"ds-{round}-{i}")));
            var text = await metrics.ScrapeAsync();

            Assert.DoesNotContain("otel_metric_overflow", text, StringComparison.Ordinal);
            Assert.Equal(101, Lines(text, "aws_dataexchange_data_set_jobs{").Count(line => line.Contains($"\"ds-{round}-", StringComparison.Ordinal)));
            Assert.Equal(101 + 2, Lines(text, "aws_dataexchange_data_set_jobs{").Length);
            Assert.Equal(steadyLines, Lines(text, "steady"));
        }
    }

    [Fact]
    public async Task Targets_may_come_and_go_for_ever()
    {
        await using var metrics = new MetricsHarness();
        var steady = MetricsHarness.Target("steady");
        metrics.Polls.Introduce(steady);
        metrics.Polls.PollEnded(steady, PollMode.Full, CallOutcome.Ok, TimeSpan.FromSeconds(1));
        for (var round = 0; round < 400; round++)
        {
            var target = MetricsHarness.Target($"short-lived-{round}");
            metrics.Polls.Introduce(target);
            metrics.Post(target, SnapshotMother.OneOfEach(metrics.Clock.GetUtcNow()));
            metrics.Polls.JobEnded(target, Account, new("COMPLETED", "T"), TimeSpan.FromSeconds(40));
            metrics.Polls.PollEnded(target, PollMode.Full, CallOutcome.Ok, TimeSpan.FromSeconds(1));
            var text = await metrics.ScrapeAsync();

            Assert.DoesNotContain("otel_metric_overflow", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"short-lived-{round - 1}\"", text, StringComparison.Ordinal);
            Assert.Single(Lines(text, "aws_dataexchange_job_duration_seconds_count{"));
            Assert.Equal(2, Lines(text, "dxjobs_poll_duration_seconds_count{").Length);
            metrics.Polls.Forget(target);
            metrics.Board.Remove(target);
        }
    }

    [Fact]
    public async Task Values_that_AWS_adds_never_overflow_nor_reset_what_was_counted()
    {
        await using var metrics = new MetricsHarness();
        var target = MetricsHarness.Target("prod");
        metrics.Polls.Introduce(target);
        metrics.Post(target, SnapshotMother.Empty(metrics.Clock.GetUtcNow()));
        for (var type = 1; type <= 1000; type++)
        {
            metrics.Polls.JobEnded(target, Account, new("COMPLETED", $"TYPE_{type}"), TimeSpan.FromSeconds(type));
            metrics.Polls.RequestEnded(target, $"Operation{type}", CallOutcome.Ok, TimeSpan.FromSeconds(1));
            if (type % 100 == 0)
            {
                var text = await metrics.ScrapeAsync();
                Assert.DoesNotContain("otel_metric_overflow", text, StringComparison.Ordinal);
                var counts = Lines(text, "aws_dataexchange_job_duration_seconds_count{");
                Assert.Equal(type, counts.Length);
                Assert.All(counts, line => Assert.EndsWith(" 1", line, StringComparison.Ordinal));
                Assert.Equal(type, Lines(text, "dxjobs_api_request_duration_seconds_count{").Length);
                Assert.Equal(type + Enum.GetValues<CallOutcome>().Length, Lines(text, "dxjobs_api_requests_total{").Length);
            }
        }
    }

    [Fact]
    public async Task No_scrape_sees_half_a_histogram_while_series_come_and_go()
    {
        await using var metrics = new MetricsHarness();
        var flaky = MetricsHarness.Target("flaky");
        metrics.Polls.Introduce(flaky);
        for (var n = 0; n < 2000; n++)
        {
            metrics.Polls.JobEnded(flaky, Account, new("COMPLETED", "T"), TimeSpan.FromSeconds(40));
        }

        var end = new TaskCompletionSource();
        var scrapes = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var seen = 0;
            while (!end.Task.IsCompleted)
            {
                var counts = await metrics.SamplesAsync("aws_dataexchange_job_duration_seconds_count");
                Assert.True(counts.Length <= 1, "the same series twice");
                Assert.All(counts, line => Assert.EndsWith(" 2000", line, StringComparison.Ordinal));
                seen += counts.Length;
            }

            return seen;
        })).ToArray();
        for (var round = 0; round < 100; round++)
        {
            metrics.Post(flaky, SnapshotMother.Empty(metrics.Clock.GetUtcNow()));
            await metrics.ScrapeAsync();
            metrics.Clock.Advance(TimeSpan.FromHours(1));
            await metrics.ScrapeAsync();
        }

        end.SetResult();
        Assert.True((await Task.WhenAll(scrapes)).Sum() > 0, "no scrape saw the histogram");
    }

    [Fact]
    public async Task Another_target_brings_no_instruments_but_its_histograms()
    {
        await using var metrics = new MetricsHarness();
        using var listener = new MeterListener();
        var scope = metrics.Get<MeterScope>();
        var there = new HashSet<Instrument>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Scope == scope && there.Add(instrument))
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.MeasurementsCompleted = (instrument, _) => there.Remove(instrument);
        listener.Start();

        var histograms = MetricCatalogue.All.Count(metric => metric.Kind == MetricKind.Histogram);
        var first = await WithTargetsAsync(0, 1);
        Assert.Equal(MetricCatalogue.All.Count, first);
        Assert.Equal(first + (49 * histograms), await WithTargetsAsync(1, 50));

        async Task<int> WithTargetsAsync(int from, int upTo)
        {
            for (var i = from; i < upTo; i++)
            {
                var target = MetricsHarness.Target($"t{i}");
                metrics.Polls.Introduce(target);
                metrics.Post(target, SnapshotMother.OneOfEach(metrics.Clock.GetUtcNow()));
            }

            await metrics.ScrapeAsync();
            return there.Count;
        }
    }

    private static string[] Lines(string text, string having) =>
        [.. text.Split('\n').Where(line => line.Contains(having, StringComparison.Ordinal) && !line.StartsWith('#'))];
}
