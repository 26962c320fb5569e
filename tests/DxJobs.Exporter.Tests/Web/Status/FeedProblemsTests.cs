using DxJobs.Core.Feeds;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Tests.Metrics;
using DxJobs.Exporter.Web.Api;
using DxJobs.Exporter.Web.Settings;
using DxJobs.Exporter.Web.Status;

namespace DxJobs.Exporter.Tests.Web.Status;

public sealed class FeedProblemsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    private static readonly FeedStatus Healthy = new()
    {
        DataSetId = "ds-1",
        Type = "EXPORT_REVISIONS_TO_S3",
        LastCompleted = Now.AddHours(-20),
        ConsecutiveFailures = 0,
        ExpectedInterval = new ExpectedInterval(TimeSpan.FromHours(30), IntervalSource.Weekly),
    };

    private static readonly FeedStatus Late = Healthy with { DataSetId = "ds-2", LastCompleted = Now.AddHours(-31) };

    private static readonly FeedStatus Failing = Healthy with { DataSetId = "ds-3", ConsecutiveFailures = 2, LastFailureCode = "ACCESS_DENIED_EXCEPTION" };

    [Fact]
    public void Healthy_feeds_are_no_problem() => Assert.Equal(new OverallStatus("The target is up", "good"), OverallStatus.Of(View(Healthy)));

    [Fact]
    public void Failing_and_late_feeds_make_the_verdict() =>
        Assert.Equal(new OverallStatus("The target is up, but 1 feed is failing and 2 feeds are late", "bad"), OverallStatus.Of(View(Healthy, Late, Late, Failing)));

    [Fact]
    public void The_document_lists_failing_feeds_first_then_late_ones_with_their_deadlines()
    {
        var feeds = View(Healthy, Late, Failing).Document().Targets[0].Feeds!;

        Assert.Equal(["failing", "late", "ok"], feeds.Select(feed => feed.State));
        Assert.Equal(Now.AddHours(-1), feeds[1].Deadline);
        Assert.Equal(("weekly", 108_000d), (feeds[1].Source, feeds[1].ExpectedIntervalSeconds));
    }

    private static StatusView View(params FeedStatus[] feeds)
    {
        var board = new StatusBoard();
        board.Post(new TargetStatus
        {
            Target = MetricsHarness.Target("prod"),
            LastPoll = new PollReport(Now, TimeSpan.FromSeconds(1), PollMode.Full, Core.Failures.CallOutcome.Ok, 1, 1),
            Snapshot = SnapshotMother.Empty(Now) with { Feeds = feeds },
        });
        return StatusView.Of(board, new ExporterOptions(), Now, new ExporterInfo("1", "/metrics"));
    }
}
