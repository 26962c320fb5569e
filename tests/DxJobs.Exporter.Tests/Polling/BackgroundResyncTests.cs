using CsCheck;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Polling;
using DxJobs.Testing.Model;

namespace DxJobs.Exporter.Tests.Polling;

public sealed class BackgroundResyncTests
{
    private static readonly Window[] Windows = [Window.Parse("1h"), Window.Parse("7d")];

    /// <summary>What happens at AWS, and then: a page is fetched, the fetched page is taken in, or an incremental poll confirms some open jobs.</summary>
    private static readonly Gen<(Action<ModelAccount>[] Events, int Step, int Confirmed)[]> Steps =
        Gen.Select(Gens.Event.Array[0, 4], Gen.Int[0, 4], Gen.Int[0, 3]).Array[1, 40];

    [Fact]
    public Task A_resync_between_polls_leaves_what_a_full_listing_would_and_counts_every_job_once() =>
        Gen.Select(Gens.PastJob.Array[0, 40], Steps, Gen.Int[1, 9], Gen.Bool).SampleAsync(async (jobs, steps, pageSize, shifting) =>
        {
            var model = new PolledModel(pageSize, shifting);
            Array.ForEach(jobs, model.Account.Put);
            await model.PollFullyAsync();
            var finalAtFirst = model.Account.List.Where(job => JobState.IsFinal(job.State)).Select(job => job.Id).ToHashSet();
            var ended = new List<FinishedJob>();
            var (listing, changes) = model.BeginResync();
            JobPage? fetched = null;
            var corrections = 0;
            foreach (var (events, step, confirmed) in steps)
            {
                Array.ForEach(events, happen => happen(model.Account));
                if (step == 0)
                {
                    model.Choose = open => [.. open.Take(confirmed)];
                    ended.AddRange((await model.PollIncrementallyAsync()).Ended);
                }
                else if (listing.IsComplete)
                {
                    corrections += await CommitAsync();
                    (listing, changes) = model.BeginResync();
                }
                else if (fetched is null)
                {
                    fetched = await model.FetchAsync(listing);
                }
                else
                {
                    listing.Accept(fetched);
                    fetched = null;
                }
            }

            while (!listing.IsComplete)
            {
                listing.Accept(fetched ?? await model.FetchAsync(listing));
                fetched = null;
            }

            corrections += await CommitAsync();
            model.Choose = null;
            ended.AddRange((await model.PollIncrementallyAsync()).Ended);

            ReferenceCount.AssertEqual(
                model.Account.List,
                Windows,
                model.Account.Now,
                SnapshotBuilder.Build(
                    model.Ledger, new FinishedTotals(), Windows, TimeSpan.MaxValue, model.Account.Now, model.Account.Now, ModelAccount.AccountId));
            ReferenceCount.AssertDataSetsEqual(model.Account.List, model.Ledger);
            ReferenceFeeds.AssertEqual(model.Account.List, model.Ledger, model.Account.Now);
            Assert.Equal(ended.Count, ended.Select(e => e.Job.Id).Distinct().Count());
            Assert.DoesNotContain(ended, e => finalAtFirst.Contains(e.Job.Id));
            Assert.Subset(
                ended.Select(e => e.Job.Id).ToHashSet(),
                model.Account.List.Where(job => JobState.IsFinal(job.State) && !finalAtFirst.Contains(job.Id)).Select(job => job.Id).ToHashSet());
            Assert.Equal(0, corrections);

            async Task<int> CommitAsync()
            {
                model.Choose = _ => [];
                ended.AddRange((await model.PollIncrementallyAsync()).Ended);
                var committed = model.Commit(changes);
                ended.AddRange(committed.Ended);
                return committed.Corrections;
            }
        });

    [Fact]
    public async Task What_polls_could_not_have_noticed_is_corrected_and_a_final_state_taken_back()
    {
        var model = new PolledModel(pageSize: 2);
        foreach (var i in Enumerable.Range(0, 9))
        {
            model.Account.Put(Job(i, "COMPLETED"));
        }

        await model.PollFullyAsync();
        model.Account.Delete(Job(3, "").Id);
        model.Account.Put(Job(5, "ERROR"));
        model.Account.Put(Job(6, "IN_PROGRESS"));
        model.Account.Put(Job(7, "COMPLETED") with { Id = new string('f', 32) });

        var committed = await model.PollFullyAsync();

        Assert.Equal(4, committed.Corrections);
        Assert.Equal([new string('f', 32)], committed.Ended.Select(e => e.Job.Id));
        Assert.Equal(9, model.Ledger.Count);
        Assert.Single(model.Ledger.NonFinal());
    }

    [Fact]
    public async Task A_usual_day_takes_at_most_three_calls_a_poll()
    {
        var model = new PolledModel(pageSize: 200);
        var random = new Random(18);
        foreach (var i in Enumerable.Range(0, 100_000))
        {
            var createdAt = Gens.Start.AddSeconds(-70 - (77.7 * i));
            model.Account.Put(new ModelJob($"{i:x32}", createdAt, createdAt.AddSeconds(30), "COMPLETED", "EXPORT_ASSETS_TO_S3"));
        }

        foreach (var i in Enumerable.Range(0, 100))
        {
            var age = i < 90 ? TimeSpan.FromDays(2 + (80 * random.NextDouble())) : TimeSpan.FromHours(2 + (8 * random.NextDouble()));
            var createdAt = Gens.Start - age;
            model.Account.Put(new ModelJob($"{1_000_000 + i:x32}", createdAt, createdAt, "WAITING", "EXPORT_ASSETS_TO_S3"));
        }

        await model.PollFullyAsync();
        var poll = new PollOptions();
        var schedule = new RecheckSchedule(model.HostClock);
        model.Choose = open => schedule.Choose(open, model.Account.Now, poll);
        var calls = 0;
        for (var minute = 0; minute < 1_440; minute++)
        {
            model.Account.Advance(poll.Interval);
            await model.PollIncrementallyAsync();
            schedule.Spend(model.Client.Calls.Count - 1);
            calls += model.Client.Calls.Count;
            foreach (var open in model.Ledger.NonFinal())
            {
                var unconfirmed = model.HostClock.GetElapsedTime(open.ConfirmedAt);
                Assert.InRange(unconfirmed, TimeSpan.Zero, RecheckSchedule.Bound(model.Account.Now - open.CreatedAt, 100, poll) + TimeSpan.FromSeconds(1));
            }
        }

        Assert.InRange(calls / 1_440d, 1, 3);
    }

    private static ModelJob Job(int i, string state) =>
        new($"{i:x32}", Gens.Start.AddHours(-i), Gens.Start.AddHours(-i).AddMinutes(1), state, "EXPORT_ASSETS_TO_S3");
}
