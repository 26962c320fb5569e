using CsCheck;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Web.Status;
using DxJobs.Testing.Web;

namespace DxJobs.Exporter.Tests.Web.Status;

public sealed class RecentActivityTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Loses_no_poll_whatever_the_histories_are()
    {
        var point = Gen.Select(Gen.Int[0, 7200], Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[0, 50],
            (ago, open, completed, failed) => new HistoryPoint(SampleBoard.Now.AddSeconds(-ago), open, completed, failed));
        var history = point.List[0, 40].Select(h => (IReadOnlyList<HistoryPoint>)h.OrderBy(p => p.At).ToList());
        Gen.Select(history.List[0, 4], Gen.Int[1, 60]).Sample((histories, count) =>
        {
            var past = RecentActivity.Of(histories, SampleBoard.Now, Hour, count);
            var points = histories.SelectMany(h => h).ToList();
            if (!points.Exists(p => p.At < SampleBoard.Now))
            {
                Assert.Null(past);
                return;
            }

            Assert.Equal(count, past!.Slots.Count);
            Assert.Equal(points.Sum(p => p.Completed), past.Slots.Sum(s => s.Completed));
            Assert.Equal(points.Sum(p => p.Failed), past.Slots.Sum(s => s.Failed));
        });
    }

    [Fact]
    public void Open_jobs_stand_until_they_are_stale()
    {
        var past = RecentActivity.Of([[new HistoryPoint(SampleBoard.Now.AddMinutes(-40), 7, 1, 0)], [new HistoryPoint(SampleBoard.Now.AddMinutes(-10), 2, 0, 1)]],
            SampleBoard.Now, TimeSpan.FromMinutes(20), 4)!;
        Assert.Equal([7, 7, 2, 2], past.Slots.Select(s => s.Open));
        Assert.Equal("Last 40 min: 1 completed, 1 failed; 2 open now, 7 at most.", past.InWords);
    }
}
