using CsCheck;
using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Testing.Model;

namespace DxJobs.Exporter.Tests.Polling;

public class IncrementalReadingTests
{
    private static readonly Window[] Windows = [Window.Parse("1h"), Window.Parse("7d")];

    /// <summary>Polls, what happens before each, and what happens while its pages are read: before the second call, the third and so on.</summary>
    private static readonly Gen<(ModelJob[] Jobs, (Action<ModelAccount>[] Before, Action<ModelAccount>[] During)[] Polls, int PageSize, bool Shifting)> Histories =
        Gen.Select(Gens.PastJob.Array[0, 60], Gen.Select(Gens.Event.Array[0, 8], Gens.Event.Array[0, 4]).Array[1, 6], Gen.Int[1, 9], Gen.Bool);

    /// <summary>What AWS and the host leave open: how large the pages are, and what time the host shows before each poll.</summary>
    private static readonly Gen<(int[] SmallerPages, int[] SetByHours)> Circumstances =
        Gen.Select(Gen.Frequency((2, Gen.Const(Array.Empty<int>())), (1, Gen.Int[0, 5].Array[1, 4].Where(sizes => sizes.Any(size => size > 0)))), Gen.Int[-3_000, 3_000].Array[6]);

    [Fact]
    public Task Equals_a_full_listing_whatever_happens_between_and_during_polls() =>
        Gen.Select(Histories, Circumstances).SampleAsync(async (history, circumstances) =>
        {
            var model = new PolledModel(history.PageSize, history.Shifting) { Client = { SmallerPages = circumstances.SmallerPages } };
            Array.ForEach(history.Jobs, model.Account.Put);
            await model.PollFullyAsync();
            var over = model.Account.List.Where(job => JobState.IsFinal(job.State)).Select(job => job.Id).ToHashSet();
            var ended = new List<FinishedJob>();
            foreach (var (poll, (before, during)) in history.Polls.Index())
            {
                model.HostClock.SetBy(TimeSpan.FromHours(circumstances.SetByHours[poll]));
                Array.ForEach(before, happen => happen(model.Account));
                var next = 0;
                model.Client.Before = (_, _) =>
                {
                    if (next++ > 0 && next - 2 < during.Length)
                    {
                        during[next - 2](model.Account);
                    }

                    return Task.CompletedTask;
                };
                ended.AddRange((await model.PollIncrementallyAsync()).Ended);
                model.Client.Before = (_, _) => Task.CompletedTask;
            }

            // What happened during the last poll, the next one finds out.
            ended.AddRange((await model.PollIncrementallyAsync()).Ended);
            AssertExact(model);

            // Each job that ended was seen to end, once, and those that were over at first were not.
            Assert.Equal(ended.Count, ended.Select(e => e.Job.Id).Distinct().Count());
            Assert.DoesNotContain(ended, e => over.Contains(e.Job.Id));
            Assert.Subset(
                ended.Select(e => e.Job.Id).ToHashSet(),
                model.Account.List.Where(job => JobState.IsFinal(job.State) && !over.Contains(job.Id)).Select(job => job.Id).ToHashSet());

            // And a full listing has nothing to add.
            var full = await model.PollFullyAsync();
            Assert.Equal((0, 0), (full.Corrections, full.Ended.Count));
            AssertExact(model);
        });

    [Fact]
    public Task Makes_no_call_that_the_cheapest_plan_does_not_need() =>
        Histories.SampleAsync(async history =>
        {
            // No two CreatedAt are equal here: of equal ones nobody can tell in advance how they are listed.
            var model = new PolledModel(history.PageSize);
            foreach (var (index, job) in history.Jobs.Index())
            {
                model.Account.Put(job with { CreatedAt = job.CreatedAt.AddSeconds(-index) });
            }

            await model.PollFullyAsync();
            foreach (var (before, during) in history.Polls)
            {
                var newest = model.Ledger.NewestCreatedAt;
                foreach (var happen in before.Concat(during))
                {
                    model.Account.Advance(TimeSpan.FromSeconds(1));
                    happen(model.Account);
                }

                model.Ledger.Expire(model.Account.Now);
                var open = model.Ledger.NonFinal().Select(job => job.Id).ToHashSet();

                await model.PollIncrementallyAsync();

                Assert.Equal(FewestCalls(model.Account.List, newest, open, history.PageSize), model.Client.Calls.Count);
                AssertExact(model);
            }
        });

    [Fact]
    public Task Equals_a_full_listing_without_GetJob_too() =>
        Histories.SampleAsync(async history =>
        {
            var model = new PolledModel(history.PageSize) { CanAskForOne = false };
            Array.ForEach(history.Jobs, model.Account.Put);
            await model.PollFullyAsync();
            foreach (var (before, during) in history.Polls)
            {
                Array.ForEach(before.Concat(during).ToArray(), happen => happen(model.Account));
                await model.PollIncrementallyAsync();
                AssertExact(model);
                Assert.DoesNotContain(model.Client.Calls, call => call.StartsWith("GetJob", StringComparison.Ordinal));
            }
        });

    [Fact]
    public async Task Reads_one_page_when_nothing_can_have_changed()
    {
        var model = new PolledModel(pageSize: 10);
        foreach (var i in Enumerable.Range(0, 1_000))
        {
            var at = Gens.Start - TimeSpan.FromHours(i);
            model.Account.Put(new ModelJob($"{i:d32}", at, at, "COMPLETED", "EXPORT_ASSETS_TO_S3"));
        }

        await model.PollFullyAsync();
        await model.PollIncrementallyAsync();

        Assert.Equal(["ListJobs"], model.Client.Calls);
    }

    [Fact]
    public async Task Asks_for_a_straggler_alone_and_drops_it_when_it_is_gone()
    {
        var model = new PolledModel(pageSize: 10);
        foreach (var i in Enumerable.Range(0, 100))
        {
            var at = Gens.Start - TimeSpan.FromHours(i);
            model.Account.Put(new ModelJob($"{i:d32}", at, at, i == 70 ? "WAITING" : "COMPLETED", "EXPORT_ASSETS_TO_S3"));
        }

        await model.PollFullyAsync();
        await model.PollIncrementallyAsync();
        Assert.Equal(["ListJobs", $"GetJob {70:d32}"], model.Client.Calls);

        model.Account.Delete($"{70:d32}");
        await model.PollIncrementallyAsync();

        Assert.Equal(99, model.Ledger.Count);
        Assert.Empty(model.Ledger.NonFinal());
    }

    [Fact]
    public async Task Reads_pages_where_many_stragglers_stand_close_together()
    {
        var model = new PolledModel(pageSize: 10);
        foreach (var i in Enumerable.Range(0, 100))
        {
            var at = Gens.Start - TimeSpan.FromHours(i);
            model.Account.Put(new ModelJob($"{i:d32}", at, at, i is (>= 21 and < 27) or 95 ? "WAITING" : "COMPLETED", "EXPORT_ASSETS_TO_S3"));
        }

        await model.PollFullyAsync();
        await model.PollIncrementallyAsync();

        Assert.Equal(["ListJobs", "ListJobs", "ListJobs", $"GetJob {95:d32}"], model.Client.Calls);
    }

    [Fact]
    public async Task Falls_back_on_pages_when_GetJob_is_refused()
    {
        var model = new PolledModel(pageSize: 10);
        foreach (var i in Enumerable.Range(0, 50))
        {
            var at = Gens.Start - TimeSpan.FromHours(i);
            model.Account.Put(new ModelJob($"{i:d32}", at, at, i == 35 ? "WAITING" : "COMPLETED", "EXPORT_ASSETS_TO_S3"));
        }

        await model.PollFullyAsync();
        model.Client.Before = (operation, _) => operation == "GetJob"
            ? throw new Amazon.DataExchange.Model.AccessDeniedException("no") { StatusCode = System.Net.HttpStatusCode.Forbidden, ErrorCode = "AccessDeniedException" }
            : Task.CompletedTask;
        model.Account.ChangeOpen(0, job => job with { State = "COMPLETED", UpdatedAt = Gens.Start });
        await model.PollIncrementallyAsync();

        Assert.Equal(["ListJobs", $"GetJob {35:d32}", "ListJobs", "ListJobs", "ListJobs"], model.Client.Calls);
        AssertExact(model);
    }

    [Fact]
    public async Task An_answer_about_another_job_is_no_answer()
    {
        var model = new PolledModel(pageSize: 10);
        foreach (var i in Enumerable.Range(0, 50))
        {
            var at = Gens.Start - TimeSpan.FromHours(i);
            model.Account.Put(new ModelJob($"{i:d32}", at, at, i == 35 ? "WAITING" : "COMPLETED", "EXPORT_ASSETS_TO_S3"));
        }

        await model.PollFullyAsync();
        model.Client.Misheard = _ => $"{40:d32}";

        await Assert.ThrowsAsync<MalformedResponseException>(model.PollIncrementallyAsync);
        AssertExact(model);
    }

    private static void AssertExact(PolledModel model)
    {
        ReferenceCount.AssertEqual(
            model.Account.List,
            Windows,
            model.Account.Now,
            SnapshotBuilder.Build(model.Ledger, new FinishedTotals(), Windows, TimeSpan.MaxValue, model.Account.Now, model.Account.Now, ModelAccount.AccountId));
        ReferenceCount.AssertDataSetsEqual(model.Account.List, model.Ledger);
        ReferenceFeeds.AssertEqual(model.Account.List, model.Ledger, model.Account.Now);
    }

    /// <summary>Tries every number of pages: as many as show all that is new, or more; and one call for each open job that is not on them.</summary>
    private static int FewestCalls(IReadOnlyList<ModelJob> list, DateTimeOffset? newest, HashSet<string> open, int pageSize)
    {
        var pages = Math.Max(1, (list.Count + pageSize - 1) / pageSize);
        bool ShowsAllThatIsNew(int read) => read == pages || list[(read * pageSize) - 1].CreatedAt < newest;
        return Enumerable.Range(1, pages)
            .Where(ShowsAllThatIsNew)
            .Min(read => read + open.Except(list.Take(read * pageSize).Select(job => job.Id)).Count());
    }
}
