using CsCheck;
using DxJobs.Exporter.Polling;

namespace DxJobs.Exporter.Tests.Polling;

public class PollPlanTests
{
    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 210 }, 0)] // one page or one job: the job is the smaller answer
    [InlineData(new[] { 210, 220 }, 1)]
    [InlineData(new[] { 450, 460 }, 0)] // two pages or two jobs
    [InlineData(new[] { 450, 460, 470 }, 2)]
    [InlineData(new[] { 210, 220, 90_000 }, 1)]
    [InlineData(new[] { 5, 6, 210 }, 0)] // passed without being met: pages further down won't show them
    public void Is_the_cheapest(int[] places, int pages) =>
        Assert.Equal(pages, PollPlan.PagesWorthReading(places, read: 200, pageSize: 200, canFetchOne: true));

    [Fact]
    public void Without_GetJob_reads_down_to_the_last() =>
        Assert.Equal(3, PollPlan.PagesWorthReading([210, 799], read: 200, pageSize: 200, canFetchOne: false));

    [Fact]
    public void No_other_number_of_pages_is_cheaper() =>
        Gen.Select(Gen.Int[0, 500].Array[0, 20], Gen.Int[0, 200], Gen.Int[1, 50]).Sample((anywhere, read, pageSize) =>
        {
            var places = anywhere.Distinct().Order().ToList();
            int Cost(int pages) => pages + places.Count(place => place < read || place >= read + (pages * pageSize));

            var best = PollPlan.PagesWorthReading(places, read, pageSize, canFetchOne: true);

            Assert.Equal(Enumerable.Range(0, 510).Min(Cost), Cost(best));
        });
}
