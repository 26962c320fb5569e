using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Snapshots;
using DxJobs.Exporter.Tests.Web.Support;
using DxJobs.Exporter.Web;
using DxJobs.Exporter.Web.Page;

namespace DxJobs.Exporter.Tests.Web.Page;

public sealed class StatusViewTests
{
    private static readonly WebAbout About = new("1", "/metrics");

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
        Assert.Equal("3 of 5 targets failing", Verdict.Of(view).Headline);
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
        var tally = Tally.Of(View(board));
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

    private static StatusView View(StatusBoard board, string? filter = null) => StatusView.Of(board, new ExporterOptions(), SampleBoard.Now, About, filter);
}
