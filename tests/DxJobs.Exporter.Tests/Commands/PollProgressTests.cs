using DxJobs.Core.Failures;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Commands;
using DxJobs.Exporter.Metrics;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Tests.Commands;

public sealed class PollProgressTests
{
    private static readonly Target First = new() { Name = "a", Region = "us-east-1" };
    private static readonly Target Second = new() { Name = "b", Region = "us-east-1" };

    private readonly StatusBoard _board = new();
    private readonly PollMetrics _metrics = new();

    public PollProgressTests()
    {
        foreach (var target in (Target[])[First, Second])
        {
            _board.Post(new TargetStatus { Target = target });
            _metrics.Introduce(target);
        }
    }

    [Fact]
    public void Says_how_far_a_listing_is_that_has_not_ended()
    {
        _metrics.PageRead(First, 200);
        _metrics.PageRead(First, 200);
        _metrics.PageRead(Second, 50);

        Assert.Equal("0 of 2 targets, 3 pages, 450 jobs, 225 jobs/s, 2.0 s", Line(seconds: 2));
    }

    [Fact]
    public void Says_how_many_targets_have_ended_well_or_badly()
    {
        _metrics.PageRead(First, 1_000);
        _board.Post(_board.Find(First)! with { LastPoll = new PollReport(default, default, PollMode.Full, CallOutcome.Timeout, 1, 1) });

        Assert.Equal("1 of 2 targets, 1 pages, 1000 jobs, 0 jobs/s, 0.0 s", Line(seconds: 0));
    }

    private string Line(int seconds) => PollProgress.Line(_board, _metrics, targets: 2, TimeSpan.FromSeconds(seconds));
}
