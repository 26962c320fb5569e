using DxJobs.Core.Backfill;
using DxJobs.Core.Feeds;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;

namespace DxJobs.Core.Tests.Backfill;

/// <summary>Every reconstructed value against a plain recount of the history.</summary>
public class BackfillGeneratorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 15, 2, 7, TimeSpan.Zero);
    private static readonly string[] States =
        ["COMPLETED", "COMPLETED", "COMPLETED", "ERROR", "TIMED_OUT", "CANCELLED", "IN_PROGRESS"];

    private static readonly string[] Types = ["EXPORT_ASSETS_TO_S3", "IMPORT_ASSETS_FROM_S3"];
    private static readonly BackfillDataSets All = new(100, (_, _) => null);
    private static readonly Window[] Windows = [new("15m", TimeSpan.FromMinutes(15)), new("1d", TimeSpan.FromDays(1))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_series_equals_a_recount_at_200_random_moments(int seed)
    {
        var random = new Random(seed);
        var jobs = Enumerable.Range(0, 1500).Select(i => RandomJob(random, i)).ToList();
        var timeline = new BackfillTimeline(Now.AddDays(-30), Now, TimeSpan.FromMinutes(5));
        var parsed = ParsedBackfill.Write(timeline, Target(jobs, All));
        var finished = jobs.Where(job => JobState.IsFinal(job.State)).OrderBy(job => job.UpdatedAt).ToList();
        var start = DateTimeOffset.FromUnixTimeSeconds(timeline.UnixSecondsAt(0));

        for (var check = 0; check < 200; check++)
        {
            var time = timeline.UnixSecondsAt(random.Next(timeline.Count));
            var at = DateTimeOffset.FromUnixTimeSeconds(time);
            var past = finished.Where(job => job.UpdatedAt <= at).ToList();
            var counted = past.Where(job => job.UpdatedAt > start).ToList();
            Assert.Equal(
                counted.Count(job => job.IsAutoExport && job.State == "ERROR"),
                parsed.At("aws_dataexchange_finished_auto_export_jobs_total", "state=\"ERROR\"", time));
            foreach (var type in Types)
            {
                var ofType = past.Where(job => job.Type == type).ToList();
                foreach (var state in JobState.Final)
                {
                    var labels = $"state=\"{state}\",type=\"{type}\"";
                    var ofState = ofType.Where(job => job.State == state).ToList();
                    foreach (var window in Windows)
                    {
                        Assert.Equal(
                            ofState.Count(job => job.UpdatedAt >= at - window.Length),
                            parsed.At("aws_dataexchange_recently_finished_jobs", $"{labels},window=\"{window.Label}\"", time));
                    }

                    var total = counted.Where(job => job.Type == type && job.State == state).ToList();
                    Assert.Equal(total.Count, parsed.At("aws_dataexchange_finished_jobs_total", labels, time));
                    Assert.Equal(total.Count, parsed.At("aws_dataexchange_job_duration_seconds_count", labels, time));
                    Assert.Equal(
                        total.Sum(job => (job.UpdatedAt - job.CreatedAt).TotalSeconds),
                        parsed.At("aws_dataexchange_job_duration_seconds_sum", labels, time)!.Value,
                        precision: 3);
                    Assert.Equal(
                        total.Count(job => (job.UpdatedAt - job.CreatedAt).TotalSeconds <= 300),
                        parsed.At("aws_dataexchange_job_duration_seconds_bucket", $"{labels},le=\"300.0\"", time) ?? 0);
                    Assert.Equal(
                        total.Count, parsed.At("aws_dataexchange_job_duration_seconds_bucket", $"{labels},le=\"+Inf\"", time));
                    Assert.Equal(
                        Seconds(ofState.LastOrDefault()),
                        parsed.At("aws_dataexchange_last_job_finished_timestamp_seconds", labels, time));
                }

                Assert.Equal(Failures(ofType), parsed.At("aws_dataexchange_consecutive_failures", $"type=\"{type}\"", time));
                Assert.Equal(
                    counted.Where(job => job.Type == type).Sum(job => job.Errors.Count(error => error.Code == "A")),
                    parsed.At("aws_dataexchange_finished_job_errors_total", $"type=\"{type}\",code=\"A\"", time));
                Assert.Equal(
                    counted.Where(job => job.Type == type).Sum(job => job.Errors.Count(error => error.LimitName == "L")),
                    parsed.At("aws_dataexchange_finished_job_limit_breaches_total", $"type=\"{type}\",limit_name=\"L\"", time));
                AssertDataSets(parsed, ofType, type, time);
            }
        }
    }

    [Fact]
    public void A_series_that_is_always_0_is_omitted_and_data_sets_are_optional()
    {
        var jobs = new[] { NewJob(1, "COMPLETED", Now.AddDays(-2), Now.AddDays(-2).AddMinutes(3)) };
        var timeline = new BackfillTimeline(Now.AddDays(-3), Now, TimeSpan.FromMinutes(5));
        var without = ParsedBackfill.Write(timeline, Target(jobs, null));
        var with = ParsedBackfill.Write(timeline, Target(jobs, All));

        Assert.DoesNotContain(without.Series, series => series.Contains("consecutive_failures", StringComparison.Ordinal));
        Assert.DoesNotContain(without.Series, series => series.Contains("dataexchange_data_set", StringComparison.Ordinal));
        Assert.Contains(with.Series, series => series.Contains("data_set_last_completed", StringComparison.Ordinal));
        Assert.DoesNotContain("le=\"1.0\"", without.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n# EOF\n", without.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_listed_twice_counts_once()
    {
        var open = NewJob(1, "IN_PROGRESS", Now.AddHours(-2), Now.AddHours(-2));
        var over = NewJob(1, "ERROR", Now.AddHours(-2), Now);
        var history = new BackfillHistory();

        Assert.True(history.Upsert(JobKey.Of(open.Id), open));
        Assert.False(history.Upsert(JobKey.Of(over.Id), over));
        Assert.False(history.Upsert(JobKey.Of(over.Id), over));
        history.Complete();

        Assert.True(Assert.Single(history.Jobs).IsFailure);
    }

    [Fact]
    public void Excluded_data_sets_and_those_over_the_limit_have_no_series()
    {
        var jobs = Enumerable.Range(0, 30).Select(i =>
            NewJob(i, "COMPLETED", Now.AddHours(-i - 2), Now.AddHours(-i - 1)) with { DataSetId = $"set{i}" }).ToList();
        var timeline = new BackfillTimeline(Now.AddDays(-3), Now, TimeSpan.FromMinutes(5));
        var parsed = ParsedBackfill.Write(
            timeline, Target(jobs, new BackfillDataSets(5, (_, _) => null), id => id == "set0"));

        var shown = parsed.Series.Where(series => series.Contains("data_set_last_completed", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, shown.Count);
        Assert.DoesNotContain(shown, series => series.Contains("\"set0\"", StringComparison.Ordinal));
        Assert.Contains(shown, series => series.Contains("\"set5\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_configured_interval_replaces_the_learned_one()
    {
        var jobs = Enumerable.Range(0, 20)
            .Select(i => NewJob(i, "COMPLETED", Now.AddDays(-i), Now.AddDays(-i).AddMinutes(-3))).ToList();
        var timeline = new BackfillTimeline(Now.AddDays(-3), Now, TimeSpan.FromMinutes(5));
        var configured = new ExpectedInterval(TimeSpan.FromHours(26), IntervalSource.Configured);
        var parsed = ParsedBackfill.Write(
            timeline, Target(jobs, new BackfillDataSets(9, (id, _) => id == "set0" ? configured : null)));

        var series = Assert.Single(parsed.Series, series => series.Contains("expected_interval", StringComparison.Ordinal));
        Assert.Contains("source=\"configured\"", series, StringComparison.Ordinal);
        Assert.Contains(" 93600 ", parsed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_escaped()
    {
        var history = History([NewJob(1, "COMPLETED", Now.AddHours(-2), Now.AddHours(-1))]);
        var target = new BackfillTarget(history, [new("target", "a\"b\\c\nd")], Windows, null, _ => false);
        var parsed = ParsedBackfill.Write(new BackfillTimeline(Now.AddHours(-1.5), Now, TimeSpan.FromMinutes(5)), target);

        Assert.Contains("{target=\"a\\\"b\\\\c\\nd\",state=", parsed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_writes_no_end_marker()
    {
        using var stream = new MemoryStream();
        var timeline = new BackfillTimeline(Now.AddDays(-1), Now, TimeSpan.FromMinutes(5));
        using var writer = new OpenMetricsWriter(stream, timeline);
        var target = Target([NewJob(1, "COMPLETED", Now.AddHours(-2), Now.AddHours(-1))], null);

        Assert.Throws<OperationCanceledException>(
            () => BackfillGenerator.Write([target], timeline, writer, _ => { }, new CancellationToken(true)));

        Assert.DoesNotContain("# EOF", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static void AssertDataSets(ParsedBackfill parsed, List<Job> ofType, string type, long time)
    {
        foreach (var dataSet in new[] { "set0", "set1", "set2" })
        {
            var labels = $"data_set_id=\"{dataSet}\",type=\"{type}\"";
            var jobs = ofType.Where(job => job.DataSetId == dataSet).ToList();
            var completed = jobs.Where(job => job.State == "COMPLETED").ToList();
            Assert.Equal(
                Seconds(completed.LastOrDefault()),
                parsed.At("aws_dataexchange_data_set_last_completed_timestamp_seconds", labels, time));
            Assert.Equal(
                Seconds(jobs.LastOrDefault(job => JobState.IsFailure(job.State))),
                parsed.At("aws_dataexchange_data_set_last_failed_timestamp_seconds", labels, time));
            Assert.Equal(Failures(jobs), parsed.At("aws_dataexchange_data_set_consecutive_failures", labels, time));
            const string Interval = "aws_dataexchange_data_set_expected_interval_seconds";
            var interval = IntervalEstimator.Estimate(completed.Select(job => job.UpdatedAt.UtcTicks).ToArray());
            Assert.Equal(
                interval?.Value.TotalSeconds,
                parsed.At(Interval, $"{labels},source=\"weekly\"", time)
                    ?? parsed.At(Interval, $"{labels},source=\"longest_gap\"", time));
        }
    }

    private static int Failures(List<Job> jobs) =>
        jobs.Where(job => JobState.IsFailure(job.State) || job.State == "COMPLETED").Reverse()
            .TakeWhile(job => job.State != "COMPLETED").Count();

    private static double? Seconds(Job? job) => job?.UpdatedAt.ToUnixTimeMilliseconds() / 1000d;

    private static Job RandomJob(Random random, int number)
    {
        var createdAt = Now.AddMilliseconds(-(long)(random.NextDouble() * TimeSpan.FromDays(35).TotalMilliseconds));
        var updatedAt = createdAt.AddMilliseconds(random.Next(random.Next(10) == 0 ? 50_000_000 : 600_000));
        var state = updatedAt > Now ? "IN_PROGRESS" : States[random.Next(States.Length)];
        var job = NewJob(number, state, createdAt, updatedAt < Now ? updatedAt : Now);
        return job with
        {
            Type = Types[random.Next(Types.Length)],
            DataSetId = $"set{random.Next(3)}",
            IsAutoExport = random.Next(3) == 0,
            Errors = state == "ERROR"
                ? [new JobError { Code = "A" }, new JobError { Code = random.Next(2) == 0 ? "A" : "B", LimitName = "L" }]
                : [],
        };
    }

    private static Job NewJob(int number, string state, DateTimeOffset createdAt, DateTimeOffset updatedAt) => new()
    {
        Id = $"{number:d32}",
        State = state,
        Type = Types[0],
        DataSetId = "set0",
        CreatedAt = createdAt,
        UpdatedAt = updatedAt,
    };

    private static BackfillHistory History(IEnumerable<Job> jobs)
    {
        var history = new BackfillHistory();
        foreach (var job in jobs)
        {
            history.Upsert(JobKey.Of(job.Id), job);
        }

        history.Complete();
        return history;
    }

    private static BackfillTarget Target(
        IEnumerable<Job> jobs, BackfillDataSets? dataSets, Func<string, bool>? isExcluded = null) =>
        new(History(jobs), [new("target", "t")], Windows, dataSets, isExcluded ?? (_ => false));
}
