using CsCheck;
using DxJobs.Core.Snapshots;

namespace DxJobs.Core.Tests.Snapshots;

public sealed class DataSetSelectionTests
{
    [Fact]
    public void Failing_and_late_data_sets_come_first_then_the_most_recently_active() =>
        Assert.Equal(["d", "old failure"], new DataSetSelection().Select([At("c", 80), At("d", 81), At("old failure", 1, attention: true)], 2).Order());

    [Fact]
    public void A_selected_data_set_stays_when_others_are_more_recently_active()
    {
        var selection = new DataSetSelection();
        selection.Select([At("a", 80), At("b", 81), At("c", 79)], 2);

        Assert.Equal(["a", "b"], selection.Select([At("a", 80), At("b", 81), At("c", 86)], 2).Order());
    }

    [Fact]
    public void A_selected_data_set_that_has_been_inactive_for_a_week_longer_is_replaced()
    {
        var selection = new DataSetSelection();
        selection.Select([At("a", 80), At("b", 81), At("c", 79)], 2);

        Assert.Equal(["b", "c"], selection.Select([At("a", 80), At("b", 81), At("c", 88)], 2).Order());
    }

    [Fact]
    public void A_failing_data_set_replaces_a_healthy_one_and_keeps_its_place_when_it_recovers()
    {
        var selection = new DataSetSelection();
        selection.Select([At("a", 80), At("b", 81), At("c", 79)], 2);

        Assert.Equal(["b", "c"], selection.Select([At("a", 80), At("b", 81), At("c", 82, attention: true)], 2).Order());
        Assert.Equal(["b", "c"], selection.Select([At("a", 83), At("b", 81), At("c", 82)], 2).Order());
    }

    [Fact]
    public void A_data_set_without_jobs_is_no_longer_selected()
    {
        var selection = new DataSetSelection();
        selection.Select([At("a", 80), At("b", 81)], 2);

        Assert.Equal(["b", "c"], selection.Select([At("b", 81), At("c", 1)], 2).Order());
    }

    [Fact]
    public void All_places_are_taken_attention_is_never_passed_over_and_nothing_changes_without_a_reason() =>
        Gen.Select(Gen.Dictionary(Gen.Int[0, 12].Select(i => $"{i}"), Gen.Select(Gen.Bool, Gen.Int[0, 90]))[0, 12], Gen.Int[1, 6]).Array[1, 8].Sample(polls =>
        {
            var selection = new DataSetSelection();
            foreach (var (dataSets, limit) in polls)
            {
                DataSetCandidate[] candidates = [.. dataSets.Select(d => At(d.Key, d.Value.Item2, d.Value.Item1))];
                var selected = selection.Select(candidates, limit).ToHashSet();
                Assert.Equal(Math.Min(limit, candidates.Length), selected.Count);
                if (candidates.Any(c => c.NeedsAttention && !selected.Contains(c.Id)))
                {
                    Assert.All(candidates.Where(c => selected.Contains(c.Id)), c => Assert.True(c.NeedsAttention));
                }

                Assert.Equal(selected, selection.Select(candidates, limit));
            }
        });

    private static DataSetCandidate At(string id, int day, bool attention = false) => new(id, attention, TimeSpan.FromDays(day).Ticks);
}
