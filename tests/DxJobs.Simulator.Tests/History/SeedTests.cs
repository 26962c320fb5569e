using DxJobs.Simulator.Account;
using DxJobs.Simulator.Jobs;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Simulator.Tests.History;

/// <summary>The same seed, the same history: also in a process that starts a little later.</summary>
public class SeedTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 10, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    public void A_start_some_seconds_later_moves_few_jobs_and_changes_none(int seconds)
    {
        var (one, two) = (Jobs(Start, seed: 5), Jobs(Start.AddSeconds(seconds), seed: 5));

        Assert.Equal(one.Select(Nature).Order(), two.Select(Nature).Order());
        var places = two.ToDictionary(j => j.Id, j => j.CreatedAt);
        Assert.InRange(one.Count(job => places[job.Id] != job.CreatedAt), 0, 30);
    }

    [Fact]
    public void A_start_on_another_day_has_the_same_jobs_at_other_times()
    {
        var (one, two) = (Jobs(Start, seed: 5), Jobs(Start.AddDays(3.3), seed: 5));

        Assert.Equal(one.Select(Nature).Order(), two.Select(Nature).Order());
    }

    [Fact]
    public void Other_seeds_share_no_job() => Assert.Empty(Jobs(Start, seed: 5).Select(j => j.Id).Intersect(Jobs(Start, seed: 6).Select(j => j.Id)));

    [Fact]
    public void Life_goes_on_the_same_however_often_somebody_looks()
    {
        var (clocks, accounts) = (new List<FakeTimeProvider>(), new List<SimulatedAccount>());
        foreach (var late in new[] { 0, 30 })
        {
            clocks.Add(new FakeTimeProvider(Start.AddSeconds(late)));
            accounts.Add(new SimulatedAccount(new SimulatorOptions { Jobs = 10_000, Seed = 5 }, clocks[^1]));
        }

        for (var hour = 0; hour < 24; hour++)
        {
            clocks[0].Advance(TimeSpan.FromHours(1));
            accounts[0].List();
        }

        clocks[1].Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(30));
        Assert.Equal(clocks[0].GetUtcNow(), clocks[1].GetUtcNow());
        Assert.Equal(Since(accounts[0]), Since(accounts[1]));

        static List<SimulatedJob> Since(SimulatedAccount account) => [.. account.List().Jobs.Where(j => j.CreatedAt > Start.AddMinutes(1)).Select(j => j with { Errors = [] })];
    }

    [Fact]
    public void A_long_time_without_a_look_costs_no_more_than_90_days_of_it()
    {
        var clock = new FakeTimeProvider(Start);
        var account = new SimulatedAccount(new SimulatorOptions { Jobs = 20_000, Speed = 1_000_000 }, clock);
        var before = GC.GetAllocatedBytesForCurrentThread();
        clock.Advance(TimeSpan.FromHours(1));
        var jobs = account.List().Jobs;

        Assert.InRange(jobs.Count, 15_000, 25_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
    }

    private static IReadOnlyList<SimulatedJob> Jobs(DateTimeOffset start, int seed) =>
        new SimulatedAccount(new SimulatorOptions { Jobs = 10_000, Seed = seed, Alive = false }, new FakeTimeProvider(start)).List().Jobs;

    /// <summary>What does not follow from when a job was created.</summary>
    private static string Nature(SimulatedJob job) => $"{job.Id} {job.Type} {job.DataSetId} {job.RevisionId}";
}
