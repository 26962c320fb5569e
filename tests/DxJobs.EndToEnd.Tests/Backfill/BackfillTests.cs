using System.Globalization;
using System.Text.Json;
using DxJobs.EndToEnd.Tests.Exporter;
using DxJobs.EndToEnd.Tests.Tools;
using DxJobs.Simulator.Jobs;

namespace DxJobs.EndToEnd.Tests.Backfill;

/// <summary>The backfill in a real Prometheus that also scrapes the exporter, and in VictoriaMetrics.</summary>
public sealed class BackfillTests
{
    private const int Moments = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Peers.Versions), MemberType = typeof(Peers))]
    public async Task Prometheus_returns_the_past_without_a_break_where_scraping_begins(PeerVersion version)
    {
        var (prometheus, promtool) = (Peers.Prometheus(version), Peers.Promtool(version));
        await using var account = await BackfilledAccount.CreateAsync();
        var folder = RunningProgram.NewFolder();
        var import = await Command.RunAsync(
            promtool,
            [
                "tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=54h", account.File,
                Path.Combine(folder, "data"),
            ],
            cancel: Cancel);
        Assert.True(import.ExitCode == 0, import.Output);
        await File.WriteAllTextAsync(Path.Combine(folder, "prometheus.yml"), Configuration(account.Exporter.Address), Cancel);
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}");
        await using var program = await RunningProgram.StartAsync(
            prometheus,
            folder,
            address,
            "/-/ready",
            [
                "--config.file=prometheus.yml", "--storage.tsdb.path=data", "--storage.tsdb.retention.time=100d",
                $"--web.listen-address={address.Authority}", "--log.level=warn",
            ],
            Cancel);
        using var http = new HttpClient { BaseAddress = address };

        await AssertMomentsAsync(http, "/api/v1/query_range", account);
        await AssertNoFalseIncreaseAsync(http, account);
        await Eventually.TrueAsync(
            async () => await ScalarAsync(http, "count(up == 1)") == 1, "Prometheus scrapes the exporter", Cancel);
        await Eventually.TrueAsync(
            async () => await ScalarAsync(http, "count(present_over_time(aws_dataexchange_recently_finished_jobs[30s]))") > 0,
            "Prometheus has scraped jobs",
            Cancel);

        // One series from the imported into the scraped samples: more than one value in a day, one label set.
        Assert.Equal(1, await ScalarAsync(http, "count(last_over_time(" + LastCompleted("IMPORT_ASSETS_FROM_S3") + "[2d]))"));
        Assert.True(await ScalarAsync(http, "count_over_time(" + LastCompleted("IMPORT_ASSETS_FROM_S3") + "[2d])") >= 96);
        Assert.Equal(
            0, await ScalarAsync(http, "sum(increase(aws_dataexchange_finished_jobs_total{type=\"EXPORT_ASSETS_TO_S3\"}[5d]))"));
    }

    [Fact]
    public async Task VictoriaMetrics_returns_the_past()
    {
        var program = Peers.VictoriaMetrics();
        await using var account = await BackfilledAccount.CreateAsync();
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}");
        await using var victoriaMetrics = await RunningProgram.StartAsync(
            program,
            RunningProgram.NewFolder(),
            address,
            "/health",
            [
                "-retentionPeriod=100d", "-storageDataPath=data", $"-httpListenAddr={address.Authority}",
                "-search.latencyOffset=0s", "-memory.allowedBytes=64MiB", "-loggerLevel=WARN",
            ],
            Cancel);
        using var http = new HttpClient { BaseAddress = address };
        using var content = new StreamContent(File.OpenRead(account.File));
        using var imported = await http.PostAsync("/api/v1/import/prometheus", content, Cancel);
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync(Cancel));

        await Eventually.TrueAsync(
            async () => await ScalarAsync(http, "count(last_over_time(aws_dataexchange_consecutive_failures[1d]))") > 0,
            "VictoriaMetrics has indexed the samples",
            Cancel);
        await AssertMomentsAsync(http, "/api/v1/query_range", account);
    }

    [Fact]
    public async Task An_interrupted_run_leaves_no_file()
    {
        var file = Path.Combine(RunningProgram.NewFolder(), "past.om");
        var run = await Command.RunAsync(
            "/usr/bin/timeout",
            [
                "--signal=TERM", "4", ExporterProcess.Program, "backfill", "--simulate", "--data-sets", "--step", "15s",
                "--output-file", file,
            ],
            cancel: Cancel);

        Assert.Equal(124, run.ExitCode);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task Prints_an_estimate_and_a_summary()
    {
        await using var account = await BackfilledAccount.CreateAsync();

        Assert.Contains("writing at most about ", account.Output, StringComparison.Ordinal);
        Assert.Contains($"{account.File}: ", account.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(account.File + ".partial"));
    }

    /// <summary>Compares the gauges at random moments with a recount of the account.</summary>
    private static async Task AssertMomentsAsync(HttpClient http, string path, BackfilledAccount account)
    {
        var jobs = account.Finished;
        var now = account.Server.Account.Now;
        var end = new DateTimeOffset(now.UtcTicks / BackfilledAccount.Step.Ticks * BackfilledAccount.Step.Ticks, TimeSpan.Zero);
        var failures = await RangeAsync(
            http, path, "aws_dataexchange_consecutive_failures{type=\"EXPORT_REVISIONS_TO_S3\"}", end);
        var completed = await RangeAsync(http, path, LastCompleted("IMPORT_ASSETS_FROM_S3"), end);
        var recent = await RangeAsync(
            http,
            path,
            "aws_dataexchange_recently_finished_jobs{state=\"COMPLETED\",type=\"IMPORT_ASSETS_FROM_S3\",window=\"1d\"}",
            end);
        var random = new Random(1);
        for (var i = 0; i < Moments; i++)
        {
            var at = end - (BackfilledAccount.Step * random.Next((int)(TimeSpan.FromDays(89) / BackfilledAccount.Step)));
            var past = jobs.Where(job => job.EndedAt <= at).ToList();
            var imports = past.Where(job => job.Type == "IMPORT_ASSETS_FROM_S3").ToList();
            Assert.Equal(
                past.Where(job => job.Type == "EXPORT_REVISIONS_TO_S3").Reverse()
                    .TakeWhile(job => job.EndState != SimulatedJobState.Completed).Count(),
                failures[at.ToUnixTimeSeconds()]);
            Assert.Equal(
                imports[^1].EndedAt!.Value.ToUnixTimeMilliseconds() / 1000d, completed[at.ToUnixTimeSeconds()], precision: 2);
            Assert.Equal(imports.Count(job => job.EndedAt >= at.AddDays(-1)), recent[at.ToUnixTimeSeconds()]);
        }

        // No gap: one sample per step.
        var first = completed.Keys.Min();
        Assert.Equal(Enumerable.Range(0, completed.Count).Select(i => first + (i * 1800L)), completed.Keys.Order());
    }

    /// <summary>Counters and histograms increase by the jobs that finished within a day, up to the extrapolation.</summary>
    private static async Task AssertNoFalseIncreaseAsync(HttpClient http, BackfilledAccount account)
    {
        foreach (var name in (string[])["finished_jobs_total", "job_duration_seconds_count"])
        {
            for (var day = 1; day < 60; day += 7)
            {
                var at = account.Server.Account.Now.AddDays(-day);
                var expected = account.Finished.Count(job => job.EndedAt > at.AddDays(-1) && job.EndedAt <= at);
                var increase = await ScalarAsync(
                    http, $"sum(increase(aws_dataexchange_{name}[1d] @ {at.ToUnixTimeSeconds()}))");
                Assert.InRange(increase, expected - 2, expected + 3);
            }
        }
    }

    private static string LastCompleted(string type) =>
        $"aws_dataexchange_last_job_finished_timestamp_seconds{{state=\"COMPLETED\",type=\"{type}\"}}";

    private static async Task<Dictionary<long, double>> RangeAsync(
        HttpClient http, string path, string expression, DateTimeOffset end)
    {
        var start = end.AddDays(-89.5).ToUnixTimeSeconds();
        using var form = new FormUrlEncodedContent(
        [
            new("query", expression), new("start", $"{start}"), new("end", $"{end.ToUnixTimeSeconds()}"), new("step", "1800"),
        ]);
        using var response = await http.PostAsync(path, form, Cancel);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        var series = Assert.Single(body.RootElement.GetProperty("data").GetProperty("result").EnumerateArray());
        return series.GetProperty("values").EnumerateArray().ToDictionary(
            value => (long)value[0].GetDouble(), value => double.Parse(value[1].GetString()!, CultureInfo.InvariantCulture));
    }

    private static async Task<double> ScalarAsync(HttpClient http, string expression)
    {
        using var form = new FormUrlEncodedContent([new("query", expression)]);
        using var response = await http.PostAsync("/api/v1/query", form, Cancel);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        Assert.True(response.IsSuccessStatusCode, $"{expression}: {body.RootElement}");
        var result = body.RootElement.GetProperty("data").GetProperty("result");
        return result.GetArrayLength() == 0
            ? 0
            : double.Parse(result[0].GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture);
    }

    private static string Configuration(Uri exporter) =>
        $$"""
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        scrape_configs:
          - job_name: dxjobs-exporter
            static_configs: [{targets: ["{{exporter.Authority}}"]}]
        """;
}
