using System.Diagnostics;
using DxJobs.Core.Failures;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Tracing;

namespace DxJobs.Exporter.Tests.Metrics;

public sealed class ExemplarTests
{
    [Fact]
    public async Task With_tracing_on_the_durations_lead_to_their_traces()
    {
        // Nobody listens there; spans are made all the same.
        await using var metrics = new MetricsHarness(("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:1"), ("OTEL_TRACES_SAMPLER", "always_on"));
        var trace = Poll(metrics);

        var text = await metrics.ScrapeAsync(MetricsHarness.OpenMetrics);

        Assert.Matches($"dxjobs_poll_duration_seconds_bucket\\{{[^}}]*le=\"1.0\"\\}} 1 # \\{{[^}}]*trace_id=\"{trace}\"", text);
        Assert.Matches($"dxjobs_api_request_duration_seconds_bucket\\{{[^}}]*le=\"0.05\"\\}} 1 # \\{{[^}}]*trace_id=\"{trace}\"", text);
        Assert.DoesNotContain(" # {", await metrics.ScrapeAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tracing_there_are_none()
    {
        await using var metrics = new MetricsHarness();
        Poll(metrics);

        Assert.DoesNotContain("trace_id", await metrics.ScrapeAsync(MetricsHarness.OpenMetrics), StringComparison.Ordinal);
    }

    private static string Poll(MetricsHarness metrics)
    {
        var target = MetricsHarness.Target("prod");
        metrics.Polls.Introduce(target);
        using (PollSpan.Start(target, null))
        {
            var trace = Activity.Current?.TraceId.ToHexString() ?? "";
            using (PageSpan.Start(target, null, "localhost", 0))
            {
                metrics.Polls.RequestEnded(target, "ListJobs", CallOutcome.Ok, TimeSpan.FromSeconds(0.03));
            }

            metrics.Polls.PollEnded(target, PollMode.Full, CallOutcome.Ok, TimeSpan.FromSeconds(0.9));
            return trace;
        }
    }
}
