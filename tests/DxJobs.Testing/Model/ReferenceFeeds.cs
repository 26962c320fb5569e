using DxJobs.Core.Feeds;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;

namespace DxJobs.Testing.Model;

/// <summary>What a snapshot must contain about data sets, feeds and open jobs, counted in the plainest way.</summary>
internal static class ReferenceFeeds
{
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(7);

    /// <summary>Fails unless snapshots of a ledger contain what a plain count of the account's list contains.</summary>
    public static void AssertEqual(IReadOnlyList<ModelJob> list, JobLedger ledger, DateTimeOffset now)
    {
        var settings = new FeedSettings { Limit = int.MaxValue, Exclude = [new DataSetPattern("ds-b"), new DataSetPattern("data set 1*")] };
        var snapshot = SnapshotBuilder.Build(ledger, new FinishedTotals(), [Window.Parse("1h")], AbandonedAfter, now, now, ModelAccount.AccountId);
        var failures = TypeFailures.Count(ledger.Counts, settings, NameOf);
        snapshot = new DataSetSnapshots().AddTo(snapshot, ledger.Counts, settings, id => new DataSetDescription(NameOf(id), "OWNED"), now);
        var included = list.Where(j => j.DataSetId is null || (j.DataSetId != "ds-b" && !NameOf(j.DataSetId).StartsWith("data set 1", StringComparison.Ordinal))).ToList();
        var open = list.Where(j => JobState.IsOpen(j.State)).ToList();

        Assert.Equal(
            included.GroupBy(j => j.Type).ToDictionary(g => g.Key, FailuresSinceCompleted).Where(f => f.Value > 0).ToDictionary(),
            ReferenceCount.WithoutZeros(failures));
        Assert.Equal(
            included.Where(j => j.DataSetId is not null).CountBy(j => new DataSetAndState(j.DataSetId!, j.State)).ToDictionary(c => c.Key, c => (long)c.Value),
            ReferenceCount.WithoutZeros(snapshot.DataSetJobs!));
        Assert.Equal(
            open.Where(j => now - j.CreatedAt > AbandonedAfter).CountBy(j => new StateAndType(j.State, j.Type)).ToDictionary(c => c.Key, c => (long)c.Value),
            ReferenceCount.WithoutZeros(snapshot.AbandonedJobs));
        Assert.Equal(
            open.Where(j => now - j.CreatedAt <= AbandonedAfter).GroupBy(j => new StateAndType(j.State, j.Type))
                .ToDictionary(g => g.Key, g => g.Min(j => (j.CreatedAt, j.UpdatedAt)).UpdatedAt),
            new Dictionary<StateAndType, DateTimeOffset>(snapshot.OldestUpdated));
        Assert.Equal(
            list.Where(j => j.IsAutoExport).CountBy(j => j.State).ToDictionary(c => c.Key, c => (long)c.Value),
            ReferenceCount.WithoutZeros(snapshot.AutoExports));
        AssertFeeds(included, snapshot.Feeds);
    }

    private static void AssertFeeds(IEnumerable<ModelJob> jobs, IReadOnlyList<FeedStatus> feeds)
    {
        var expected = jobs.Where(j => j.DataSetId is not null && (j.State == JobState.Completed || JobState.IsFailure(j.State)))
            .GroupBy(j => (j.DataSetId!, j.Type))
            .Select(g => (g.Key, Newest(g, j => j.State == JobState.Completed)?.UpdatedAt, Newest(g, j => JobState.IsFailure(j.State))?.UpdatedAt,
                FailuresSinceCompleted(g), NewestCode(g)));
        Assert.Equal(
            expected.OrderBy(f => f.Key),
            feeds.Select(f => ((f.DataSetId, f.Type), f.LastCompleted, f.LastFailed, (long)f.ConsecutiveFailures, f.LastFailureCode)).OrderBy(f => f.Item1));
        Assert.All(feeds, feed => Assert.False(feed.ExpectedInterval?.Value < TimeSpan.FromHours(1)));
    }

    private static ModelJob? Newest(IEnumerable<ModelJob> jobs, Func<ModelJob, bool> filter) => jobs.Where(filter).MaxBy(j => j.UpdatedAt);

    private static long FailuresSinceCompleted(IEnumerable<ModelJob> jobs) =>
        jobs.Count(j => JobState.IsFailure(j.State) && !(j.UpdatedAt <= Newest(jobs, c => c.State == JobState.Completed)?.UpdatedAt));

    private static string? NewestCode(IEnumerable<ModelJob> jobs) => jobs.Where(j => JobState.IsFailure(j.State))
        .OrderBy(j => j.UpdatedAt).ThenBy(j => j.CreatedAt).ThenBy(Code, StringComparer.Ordinal).Select(Code).LastOrDefault();

    private static string Code(ModelJob job) => job.Errors is [var first, ..] ? first.Code : JobState.TimedOut;

    private static string NameOf(string id) => "data set " + id[3..];
}
