using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Web.Page;
using DxJobs.Exporter.Web.Settings;
using DxJobs.Exporter.Web.Status;
using DxJobs.Testing.Web;

namespace DxJobs.Exporter.Tests.Web.Status;

public sealed class StatusViewTests
{
    private static readonly ExporterInfo About = new("1", "/metrics");

    [Fact]
    public void Lists_the_worst_first()
    {
        var up = SampleBoard.Up("a-up");
        var failing = SampleBoard.Failed(SampleBoard.Up("b-failing"));
        var stale = SampleBoard.Failed(SampleBoard.Up("c-stale")) with { Snapshot = SampleBoard.Snapshot(SampleBoard.Now.AddMinutes(-6)) };
        var never = SampleBoard.Failed(SampleBoard.Pending("d-never"));
        var view = View(SampleBoard.Of(up, failing, stale, never, SampleBoard.Pending("e-pending")));
        Assert.Equal(
            [("c-stale", TargetHealth.Stale), ("d-never", TargetHealth.Stale), ("b-failing", TargetHealth.Failing), ("e-pending", TargetHealth.Pending), ("a-up", TargetHealth.Up)],
            view.Targets.Select(t => (t.Status.Target.Name, t.Health)));
        Assert.Equal("3 of 5 targets failing", OverallStatus.Of(view).Headline);
    }

    [Fact]
    public void A_target_whose_good_polls_stopped_is_stale_though_its_last_poll_was_good()
    {
        var status = SampleBoard.Up("one") with { Snapshot = SampleBoard.Snapshot(SampleBoard.Now.AddMinutes(-5).AddSeconds(-1), ("WAITING", "EXPORT_ASSETS_TO_S3", 3)) };
        var target = Assert.Single(View(SampleBoard.Of(status)).Targets);
        Assert.Equal(TargetHealth.Stale, target.Health);
        Assert.Null(target.OpenJobs);
        Assert.Contains("older than 5 min and are no longer shown", StatusPage.Render(View(SampleBoard.Of(status))), StringComparison.Ordinal);
    }

    [Fact]
    public void Adds_up_fresh_numbers_only()
    {
        var old = SampleBoard.Up("old", ("ERROR", "EXPORT_ASSETS_TO_S3", 100));
        var board = SampleBoard.Of(
            SampleBoard.Up("a", ("ERROR", "EXPORT_ASSETS_TO_S3", 1), ("PAUSED", "NEW_TYPE", 7)),
            SampleBoard.Failed(SampleBoard.Up("b", ("ERROR", "EXPORT_ASSETS_TO_S3", 2))),
            old with { Snapshot = old.Snapshot! with { TakenAt = SampleBoard.Now.AddHours(-1) } });
        var tally = StatusTotals.Of(View(board));
        Assert.Equal(3, tally.ByStateAndType[new("ERROR", "EXPORT_ASSETS_TO_S3")]);
        Assert.Equal(7, tally.ByStateAndType[new("PAUSED", "NEW_TYPE")]);
        Assert.Contains(">PAUSED</th>", StatusPage.Render(View(board)), StringComparison.Ordinal);
    }

    [Fact]
    public void Narrows_to_one_name_in_all_its_regions()
    {
        var east = SampleBoard.Up("one");
        var view = View(SampleBoard.Of(east, east with { Target = SampleBoard.Target("one", "eu-west-1") }, SampleBoard.Up("two")), "one");
        Assert.Equal(["eu-west-1", "us-east-1"], view.Targets.Select(t => t.Status.Target.Region));
        Assert.Equal(3, view.TargetsOnBoard);
        Assert.Contains("No target is named <bdi>&lt;b&gt;</bdi>", StatusPage.Render(View(SampleBoard.Of(east), "<b>")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 14, "The target is up, but IMPORT_ASSETS_FROM_S3 jobs fail", "bad")]
    [InlineData(5, 15, "The target is up", "good")]
    [InlineData(4, 0, "The target is up", "good")]
    public void Says_at_the_top_when_a_type_of_job_mostly_fails(int failed, int completed, string headline, string tone)
    {
        var view = View(SampleBoard.Of(Ended("one", failed, completed)));
        Assert.Equal(new OverallStatus(headline, tone), OverallStatus.Of(view));
        Assert.Equal(tone == "bad", StatusPage.Render(view).Contains($"us-east-1: {failed} of {failed + completed} <bdi>IMPORT_ASSETS_FROM_S3</bdi> jobs failed in the last 1h", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_many_that_mostly_fail_it_shows_the_worst_and_counts_the_others()
    {
        var view = View(SampleBoard.Of(Enumerable.Range(5, 7).Select(i => Ended($"t{i:00}", i, 0))));
        Assert.Equal("All targets are up, but IMPORT_ASSETS_FROM_S3 jobs fail", OverallStatus.Of(view).Headline);
        Assert.Equal([11, 10, 9, 8, 7, 6, 5], Spike.Of(view).Select(s => s.Failed));
        var page = StatusPage.Render(view);
        Assert.Contains("11 of 11", page, StringComparison.Ordinal);
        Assert.DoesNotContain("8 of 8", page, StringComparison.Ordinal);
        Assert.Contains("4 more like these.", page, StringComparison.Ordinal);
    }

    /// <summary>Nothing known is not nought.</summary>
    [Fact]
    public void Counts_no_ended_jobs_before_it_knows_any()
    {
        var page = StatusPage.Render(View(SampleBoard.Of(SampleBoard.Pending("new"))));
        Assert.Contains("How many jobs ended is known after the first good poll", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"windows\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"windows\"", StatusPage.Render(View(SampleBoard.Of(SampleBoard.Up("one")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_long_messages_and_the_fourth_error_of_a_job()
    {
        var message = new string('x', 239) + "\U0001F600" + new string('y', 100);
        var errors = Enumerable.Range(1, 5).Select(i => new FailedJobError($"CODE_{i}", i == 1 ? message : "short", null, null, null, null));
        var job = SampleBoard.Hostile() with { Errors = [.. errors] };
        var page = StatusPage.Render(View(SampleBoard.Of(SampleBoard.Up("one") with { LatestFailures = [job] })));
        Assert.Contains($"<summary><bdi>{new string('x', 239)}…</bdi></summary><bdi>…", page, StringComparison.Ordinal);
        Assert.Contains(new string('y', 100) + "</bdi></details>", page, StringComparison.Ordinal);
        Assert.Contains("<summary>2 more</summary>", page, StringComparison.Ordinal);
        Assert.Contains("CODE_5", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1s", 10)]
    [InlineData("1m", 30)]
    [InlineData("1h", 60)]
    public void Refreshes_about_twice_an_interval(string interval, int seconds)
    {
        var options = new ExporterOptions { Poll = new PollOptions { Interval = PrometheusDuration.Parse(interval) } };
        Assert.Equal(TimeSpan.FromSeconds(seconds), StatusView.Of(new StatusBoard(), options, SampleBoard.Now, About).RefreshEvery);
        Assert.Null(StatusView.Of(new StatusBoard(), options, SampleBoard.Now, About, refresh: false).RefreshEvery);
    }

    [Fact]
    public void A_page_of_200_targets_stays_small_enough_to_load_at_once() =>
        Assert.InRange(StatusPage.Render(View(SampleBoard.Busy(200))).Length, 100_000, 1_000_000);

    private static TargetStatus Ended(string name, int failed, int completed)
    {
        var up = SampleBoard.Up(name);
        return up with
        {
            Snapshot = up.Snapshot! with
            {
                RecentlyFinished = new Dictionary<StateTypeAndWindow, long>
                {
                    [new("ERROR", "IMPORT_ASSETS_FROM_S3", "1h")] = failed - 1,
                    [new("TIMED_OUT", "IMPORT_ASSETS_FROM_S3", "1h")] = 1,
                    [new("COMPLETED", "IMPORT_ASSETS_FROM_S3", "1h")] = completed,
                    [new("CANCELLED", "IMPORT_ASSETS_FROM_S3", "1h")] = 100,
                    [new("ERROR", "IMPORT_ASSETS_FROM_S3", "1d")] = 50,
                },
            },
        };
    }

    private static StatusView View(StatusBoard board, string? filter = null) => StatusView.Of(board, new ExporterOptions(), SampleBoard.Now, About, filter);
}
