using DxJobs.Core.Failures;
using DxJobs.Core.Ledger;
using DxJobs.Testing.Model;

namespace DxJobs.Core.Tests.Ledger;

public class LedgerChangesTests
{
    private readonly JobLedger _ledger = new();

    public LedgerChangesTests()
    {
        Put(Job("old-done", -50, "COMPLETED"));
        Put(Job("running", -20, "IN_PROGRESS"));
        Put(Job("new-done", -10, "COMPLETED"));
    }

    [Fact]
    public void Counts_jobs_that_ended_and_jobs_that_were_over_when_first_seen()
    {
        var changes = new LedgerChanges(_ledger);
        See(changes, Job("running", -20, "ERROR"));
        See(changes, Job("fresh", 0, "COMPLETED"));
        See(changes, Job("waiting", 0, "WAITING"));

        var committed = changes.Commit(Gens.Start);

        Assert.Equal(["fresh", "running"], committed.Ended.Select(e => e.Job.Id).Order());
        Assert.Equal(0, committed.Corrections);
        Assert.Equal(5, _ledger.Count);
    }

    [Fact]
    public void Counts_what_incremental_polling_could_not_have_held_right_as_corrections()
    {
        var changes = new ResyncChanges(_ledger);
        See(changes, Job("fresh", 0, "WAITING")); // news
        See(changes, Job("new-done", -10, "ERROR")); // was thought to be final: a correction
        See(changes, Job("running", -20, "COMPLETED")); // news
        See(changes, Job("late", -30, "COMPLETED")); // below what had been read: a correction
        //// old-done is gone before its time: a correction

        var committed = changes.Commit(Gens.Start);

        Assert.Equal(3, committed.Corrections);
        Assert.Equal(-1, _ledger.RankOf(JobKey.Of("old-done")));
        Assert.Equal(4, _ledger.Count);
    }

    [Fact]
    public void A_page_that_is_late_does_not_bring_a_job_back_to_life()
    {
        var changes = new LedgerChanges(_ledger);
        See(changes, Job("new-done", -10, "IN_PROGRESS"));
        See(changes, Job("running", -20, "COMPLETED"));
        See(changes, Job("running", -20, "IN_PROGRESS"));

        changes.Commit(Gens.Start);

        Assert.Empty(_ledger.NonFinal());
    }

    [Fact]
    public void What_left_by_the_clock_is_no_news_when_the_list_still_shows_it()
    {
        var later = Gens.Start.AddDays(90).AddMinutes(-40);
        new LedgerChanges(_ledger).Commit(later);
        Assert.Equal(-1, _ledger.RankOf(JobKey.Of("old-done")));

        var changes = new ResyncChanges(_ledger);
        See(changes, Job("old-done", -50, "COMPLETED"));
        See(changes, Job("running", -20, "IN_PROGRESS"));
        See(changes, Job("new-done", -10, "COMPLETED"));
        var committed = changes.Commit(later);

        Assert.Empty(committed.Ended);
        Assert.Equal(3, _ledger.Count);
    }

    [Fact]
    public void Nothing_changes_before_the_commit()
    {
        var changes = new LedgerChanges(_ledger);
        See(changes, Job("fresh", 0, "WAITING"));
        changes.MarkDeleted(JobKey.Of("running"));

        Assert.Equal(3, _ledger.Count);
        Assert.Single(_ledger.NonFinal());
    }

    [Fact]
    public void What_the_ledger_cannot_take_in_shows_before_anything_is_changed()
    {
        var changes = new ResyncChanges(_ledger);
        See(changes, Job("running", -20, "COMPLETED"));

        var failure = Assert.Throws<MalformedResponseException>(() =>
        {
            for (var i = 0; i < 1_010; i++)
            {
                See(changes, Job($"new-{i}", 0, $"STATE_{i}"));
            }
        });

        Assert.Contains("State", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, _ledger.Count);
        Assert.Single(_ledger.NonFinal());
    }

    [Fact]
    public void A_list_of_new_jobs_without_an_end_is_not_held_for_ever()
    {
        var changes = new LedgerChanges(_ledger);
        var job = Job("new", 0, "COMPLETED");

        Assert.Throws<MalformedResponseException>(() =>
        {
            for (var i = 0UL; i < 1_000_000; i++)
            {
                changes.Upsert(new JobKey(i, i), job.Listed);
            }
        });
    }

    [Fact]
    public void A_job_that_AWS_deleted_a_moment_early_is_no_correction()
    {
        var ledger = new JobLedger();
        var job = new ModelJob("a", Gens.Start.AddDays(-90).AddSeconds(1), Gens.Start.AddDays(-90).AddSeconds(1), "COMPLETED", "EXPORT_ASSETS_TO_S3");
        ledger.Upsert(JobKey.Of(job.Id), job.Listed);

        Assert.Equal(0, new ResyncChanges(ledger).Commit(Gens.Start).Corrections);
        Assert.Equal(0, ledger.Count);
    }

    private static ModelJob Job(string id, int createdMinutes, string state) =>
        new(id, Gens.Start.AddMinutes(createdMinutes), Gens.Start.AddMinutes(createdMinutes + 1), state, "EXPORT_ASSETS_TO_S3");

    private static void See(IJobSink changes, ModelJob job) => changes.Upsert(JobKey.Of(job.Id), job.Listed);

    private void Put(ModelJob job) => _ledger.Upsert(JobKey.Of(job.Id), job.Listed);
}
