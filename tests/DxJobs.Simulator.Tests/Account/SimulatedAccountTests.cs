using DxJobs.Simulator.Account;
using DxJobs.Simulator.Jobs;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Simulator.Tests.Account;

public class SimulatedAccountTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_seed_makes_the_same_life_and_another_seed_another()
    {
        var (one, two, other) = (Lived(seed: 7), Lived(seed: 7), Lived(seed: 8));

        Assert.Equal(Summary(one), Summary(two));
        Assert.NotEqual(Summary(one), Summary(other));
    }

    [Fact]
    public void The_history_is_believable()
    {
        var account = new SimulatedAccount(new SimulatorOptions { Alive = false }, new FakeTimeProvider(Start));
        var (jobs, now) = account.List();

        Assert.Equal(10_000, jobs.Count);
        Assert.All(jobs, job => Assert.InRange(job.CreatedAt, Start.AddDays(-90), Start));
        Assert.Equal(6, jobs.Select(job => job.StateAt(now)).Distinct().Count());
        Assert.Equal(9, jobs.Select(job => job.Type).Distinct().Count());
        var errors = jobs.SelectMany(job => job.ErrorsAt(now)).ToList();
        Assert.Equal(7, errors.Select(e => e.Code).Distinct().Count());
        Assert.Equal(5, errors.Where(e => e.LimitName is not null).Select(e => e.LimitName).Distinct().Count());
        Assert.Equal(3, errors.Where(e => e.ResourceType is not null).Select(e => e.ResourceType).Distinct().Count());
        Assert.Contains(jobs, job => job.StateAt(now) == SimulatedJobState.Waiting && now - job.CreatedAt > TimeSpan.FromDays(7));
        Assert.Contains(jobs, job => job.StateAt(now) is SimulatedJobState.InProgress && now - job.CreatedAt < TimeSpan.FromHours(1));
        var byDay = jobs.GroupBy(job => job.CreatedAt.DayOfWeek).ToDictionary(g => g.Key, g => g.Count());
        Assert.True(byDay[DayOfWeek.Wednesday] > 1.5 * byDay[DayOfWeek.Sunday]);
        Assert.Equal(jobs.OrderByDescending(j => j.CreatedAt).Select(j => j.CreatedAt), jobs.Select(j => j.CreatedAt));
    }

    [Fact]
    public void Jobs_come_run_end_and_leave_after_90_days()
    {
        var clock = new FakeTimeProvider(Start);
        var account = new SimulatedAccount(new SimulatorOptions { Jobs = 2_000 }, clock);
        var before = account.List().Jobs.Select(j => j.Id).ToHashSet();
        var open = account.List().Jobs.Where(j => j.StateAt(Start) == SimulatedJobState.InProgress).Select(j => j.Id).ToList();

        clock.Advance(TimeSpan.FromDays(2));
        var (later, now) = account.List();
        Assert.Contains(later, job => !before.Contains(job.Id));
        Assert.All(open, id => Assert.NotEqual(SimulatedJobState.InProgress, account.Find(id)!.Value.Job.StateAt(now)));
        Assert.Contains(before, id => account.Find(id) is null);

        clock.Advance(TimeSpan.FromDays(90));
        Assert.DoesNotContain(account.List().Jobs, job => before.Contains(job.Id));
        Assert.InRange(account.List().Jobs.Count, 1_000, 4_000);
    }

    [Fact]
    public void Speed_is_simulated_seconds_a_second()
    {
        var clock = new FakeTimeProvider(Start);
        var account = new SimulatedAccount(new SimulatorOptions { Jobs = 10, Speed = 3600 }, clock);

        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Start.AddHours(2), account.Now);
    }

    [Fact]
    public void A_job_is_created_started_and_ends_and_cancelled_only_while_it_waits()
    {
        var clock = new FakeTimeProvider(Start);
        var account = new SimulatedAccount(new SimulatorOptions { Jobs = 10 }, clock);
        var dataSet = account.DataSets[0].Id;
        var started = account.Create("EXPORT_ASSETS_TO_S3", dataSet, "r").Job.Id;
        var cancelled = account.Create("EXPORT_ASSETS_TO_S3", dataSet, "r").Job.Id;

        Assert.True(account.Start(started));
        Assert.False(account.Start(started));
        Assert.False(account.Cancel(started));
        Assert.True(account.Cancel(cancelled));
        Assert.False(account.Cancel(cancelled));
        Assert.Null(account.Cancel("unknown"));
        Assert.Equal(SimulatedJobState.Cancelled, account.Find(cancelled)!.Value.Job.StateAt(account.Now));

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(account.Find(started)!.Value.Job.StateAt(account.Now), (string[])[SimulatedJobState.Completed, SimulatedJobState.Error, SimulatedJobState.TimedOut]);
    }

    [Fact]
    public void A_failure_share_makes_jobs_fail_from_now_on()
    {
        var clock = new FakeTimeProvider(Start);
        var account = new SimulatedAccount(new SimulatorOptions { Jobs = 5_000 }, clock) { FailureShare = 1 };
        clock.Advance(TimeSpan.FromDays(1));

        var (jobs, now) = account.List();
        var fresh = jobs.Where(j => j.CreatedAt > Start.AddHours(1) && j.StateAt(now) is SimulatedJobState.Completed or SimulatedJobState.Error && j.CreatedAt > Start.AddHours(1)).ToList();

        Assert.NotEmpty(fresh);
        Assert.All(fresh, job => Assert.Equal(SimulatedJobState.Error, job.StateAt(now)));
    }

    private static SimulatedAccount Lived(int seed)
    {
        var clock = new FakeTimeProvider(Start);
        var account = new SimulatedAccount(new SimulatorOptions { Jobs = 1_000, Seed = seed }, clock);
        clock.Advance(TimeSpan.FromDays(3));
        return account;
    }

    private static List<string> Summary(SimulatedAccount account)
    {
        var (jobs, now) = account.List();
        return [.. jobs.Select(j => $"{j.Id} {j.Type} {j.CreatedAt:O} {j.StateAt(now)} {j.UpdatedAt(now):O} {j.DataSetId} {string.Join(',', j.ErrorsAt(now).Select(e => e.Code))}")];
    }
}
