using CsCheck;
using DxJobs.Core.Snapshots;

namespace DxJobs.Core.Tests.Snapshots;

public class DataSetSelectionTests
{
    [Fact]
    public void Those_with_the_most_jobs_have_the_first_choice() =>
        Assert.Equal(["b", "c"], new DataSetSelection().Choose(Jobs(("a", 1), ("b", 9), ("c", 5)), 2).Order());

    [Fact]
    public void One_that_is_chosen_stays_when_others_overtake_it()
    {
        var selection = new DataSetSelection();
        selection.Choose(Jobs(("a", 5), ("b", 9), ("c", 1)), 2);

        Assert.Equal(["a", "b"], selection.Choose(Jobs(("a", 1), ("b", 9), ("c", 100)), 2).Order());
    }

    [Fact]
    public void One_that_has_no_jobs_any_more_gives_its_place_up()
    {
        var selection = new DataSetSelection();
        selection.Choose(Jobs(("a", 5), ("b", 9)), 2);

        Assert.Equal(["b", "c"], selection.Choose(Jobs(("b", 9), ("c", 1)), 2).Order());
    }

    [Fact]
    public void Never_more_than_the_limit_nor_one_without_jobs_nor_a_free_place() =>
        Gen.Select(Gen.Dictionary(Gen.Int[0, 12].Select(i => $"{i}"), Gen.Long[1, 50])[0, 12], Gen.Int[1, 6]).Array[1, 8].Sample(polls =>
        {
            var selection = new DataSetSelection();
            foreach (var (jobs, limit) in polls)
            {
                var chosen = selection.Choose(jobs, limit);
                Assert.Equal(Math.Min(limit, jobs.Count), chosen.Count);
                Assert.All(chosen, id => Assert.Contains(id, jobs.Keys));
            }
        });

    private static Dictionary<string, long> Jobs(params (string Id, long Count)[] jobs) => jobs.ToDictionary(j => j.Id, j => j.Count);
}
