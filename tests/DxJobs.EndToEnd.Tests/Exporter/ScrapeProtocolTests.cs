using DxJobs.EndToEnd.Tests.Prometheus;
using DxJobs.EndToEnd.Tests.Tools;

namespace DxJobs.EndToEnd.Tests.Exporter;

/// <summary>Every protocol that a current Prometheus can negotiate, and the scraper of VictoriaMetrics.</summary>
public sealed class ScrapeProtocolTests
{
    private const string Histogram = "dxjobs_poll_duration_seconds_bucket{mode=\"full\",outcome=\"ok\",le=\"+Inf\"}";

    [Theory]
    [InlineData("PrometheusProto")]
    [InlineData("OpenMetricsText1.0.0")]
    [InlineData("OpenMetricsText0.0.1")]
    [InlineData("PrometheusText1.0.0")]
    [InlineData("PrometheusText0.0.4")]
    public async Task Prometheus_reads_every_series_whichever_protocol_it_prefers(string protocol)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var exporter = await ExporterProcess.ServeAsync("--simulate");
        await exporter.ScrapedAsync(s => s.Up("simulator"), "the account is up");
        string[] protocols = protocol == "PrometheusProto" ? [protocol, "PrometheusText0.0.4"] : [protocol];
        await using var prometheus = await PrometheusServer.StartAsync(
            new Uri(exporter.Address, "/metrics"), null, null, cancel, PeerVersion.Current, $"scrape_protocols: [{string.Join(", ", protocols)}]");
        Assert.StartsWith("3.", await prometheus.VersionAsync(cancel), StringComparison.Ordinal);

        await Eventually.TrueAsync(async () => (await prometheus.QueryAsync("up == 1 and on () dxjobs_target_up == 1", cancel)).Count == 1, "a scrape", cancel);
        var scraped = await exporter.ScrapeAsync();
        Assert.Equal(
            scraped.Of("aws_dataexchange_jobs").Count(), await prometheus.ScalarAsync("count(aws_dataexchange_jobs)", cancel));
        Assert.Equal(1, await prometheus.ScalarAsync($"count({Histogram})", cancel));
        Assert.Equal(1, await prometheus.ScalarAsync("count(dxjobs_build_info{version!=\"\"})", cancel));
        Assert.Equal(1, await prometheus.ScalarAsync("count(dxjobs_pages_read_total > 0)", cancel));
    }

    [Fact]
    public async Task VictoriaMetrics_scrapes_every_series()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var exporter = await ExporterProcess.ServeAsync("--simulate");
        await exporter.ScrapedAsync(s => s.Up("simulator"), "the account is up");
        await using var victoria = await VictoriaMetricsServer.StartAsync(new Uri(exporter.Address, "/metrics"), cancel);

        await Eventually.TrueAsync(async () => await victoria.ScalarAsync("dxjobs_target_up", cancel) == 1, "a scrape", cancel);
        var scraped = await exporter.ScrapeAsync();
        Assert.Equal(scraped.Of("aws_dataexchange_jobs").Count(), await victoria.ScalarAsync("count(aws_dataexchange_jobs)", cancel));
        Assert.Equal(1, await victoria.ScalarAsync($"count({Histogram})", cancel));
        Assert.Equal(1, await victoria.ScalarAsync("up", cancel));
    }
}
