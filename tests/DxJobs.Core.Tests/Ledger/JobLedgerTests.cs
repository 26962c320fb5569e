using CsCheck;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Testing.Model;

namespace DxJobs.Core.Tests.Ledger;

public class JobLedgerTests
{
    private static readonly Window[] Windows = [Window.Parse("15m"), Window.Parse("1d"), Window.Parse("90d")];

    [Fact]
    public void Counts_equal_a_plain_count_whatever_comes_changes_and_goes() =>
        Gen.Select(Gens.PastJob.Array[0, 40], Gens.Event.Array[0, 60], Gen.Int[0, 5]).Sample((jobs, events, dropEvery) =>
        {
            var account = new ModelAccount(Gens.Start);
            var ledger = new JobLedger();
            foreach (var job in jobs)
            {
                account.Put(job);
            }

            foreach (var (index, happen) in events.Index())
            {
                happen(account);
                if (dropEvery > 0 && index % dropEvery == 0 && account.List is [var newest, ..])
                {
                    account.Delete(newest.Id);
                    ledger.Remove(JobKey.Of(newest.Id));
                }

                // Asked for at every step, so that each count is brought forward rather than made once.
                Feed(ledger, account);
                ReferenceCount.AssertEqual(account.List, Windows, account.Now, Snapshot(ledger, account.Now));
                ReferenceCount.AssertDataSetsEqual(account.List, ledger);
                ReferenceFeeds.AssertEqual(account.List, ledger, account.Now);
            }
        });

    [Fact]
    public void Every_known_combination_is_there_at_zero()
    {
        var snapshot = Snapshot(new JobLedger(), Gens.Start);

        Assert.Equal(6 * 9, snapshot.Jobs.Count);
        Assert.Equal(9 * 7, snapshot.JobErrors.Count);
        Assert.Equal(7 * 3, snapshot.JobErrorResources.Count);
        Assert.Equal(9 * 5, snapshot.LimitBreaches.Count);
        Assert.Equal(4 * 9 * Windows.Length, snapshot.RecentlyFinished.Count);
        Assert.Equal(4 * 9, snapshot.FinishedTotal.Count);
        Assert.Equal(9 * 7, snapshot.FinishedErrorsTotal.Count);
        Assert.Equal(9 * 5, snapshot.FinishedLimitBreachesTotal.Count);
        Assert.All(snapshot.Jobs.Values.Concat(snapshot.RecentlyFinished.Values), count => Assert.Equal(0, count));
        Assert.Empty(snapshot.LimitValues);
        Assert.Empty(snapshot.OldestCreated);
        Assert.Empty(snapshot.LastFinished);
    }

    [Fact]
    public void A_list_that_keeps_jobs_past_their_time_is_believed_until_the_next_full_listing()
    {
        var old = new ModelJob("a", Gens.Start - TimeSpan.FromDays(700), Gens.Start - TimeSpan.FromDays(700), "COMPLETED", "EXPORT_ASSETS_TO_S3");
        var ledger = new JobLedger();
        ledger.Upsert(JobKey.Of(old.Id), old.Listed);
        ledger.OnFullListing(Gens.Start);

        ledger.Expire(Gens.Start + TimeSpan.FromDays(1));

        Assert.Equal(1, ledger.Count);
    }

    [Fact]
    public void A_window_that_is_asked_for_back_in_time_is_counted_anew()
    {
        var job = new ModelJob("a", Gens.Start, Gens.Start, "COMPLETED", "EXPORT_ASSETS_TO_S3");
        var ledger = new JobLedger();
        ledger.Upsert(JobKey.Of(job.Id), job.Listed);

        foreach (var minutes in new[] { 0, 20, 5, 16, 15 })
        {
            var now = Gens.Start.AddMinutes(minutes);
            Assert.Equal(ReferenceCount.RecentlyFinished([job], Windows, now), ReferenceCount.WithoutZeros(Snapshot(ledger, now).RecentlyFinished));
        }
    }

    private static TargetSnapshot Snapshot(JobLedger ledger, DateTimeOffset now) =>
        SnapshotBuilder.Build(ledger, new FinishedTotals(), Windows, TimeSpan.MaxValue, now, now, ModelAccount.AccountId);

    private static void Feed(JobLedger ledger, ModelAccount account)
    {
        foreach (var job in account.List)
        {
            var key = JobKey.Of(job.Id);
            if (ledger.RankOf(key) is var rank && (rank < 0 || !ledger.Matches(rank, job.Listed)))
            {
                ledger.Upsert(key, job.Listed);
            }
        }

        ledger.Expire(account.Now);
    }
}
