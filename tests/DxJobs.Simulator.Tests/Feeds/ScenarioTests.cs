using DxJobs.Simulator.Account;
using DxJobs.Simulator.Feeds;
using DxJobs.Simulator.Jobs;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Simulator.Tests.Feeds;

public class ScenarioTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_daily_feed_stops_when_the_scenario_says_so()
    {
        var jobs = Jobs(new FeedDefinition { DataSet = "A", At = TimeSpan.FromHours(6), Stopped = TimeSpan.FromDays(2) });

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero), jobs[0].CreatedAt);
        Assert.Equal(88, jobs.Count);
        Assert.All(jobs.Zip(jobs.Skip(1)), pair => Assert.Equal(TimeSpan.FromDays(1), pair.First.CreatedAt - pair.Second.CreatedAt));
        Assert.All(jobs, job => Assert.Equal(SimulatedJobState.Completed, job.StateAt(Start)));
    }

    [Theory]
    [InlineData(null, DayOfWeek.Wednesday)]
    [InlineData(DayOfWeek.Sunday, DayOfWeek.Sunday)]
    [InlineData(DayOfWeek.Tuesday, DayOfWeek.Tuesday)]
    public void Weekdays_are_shifted_so_that_the_simulation_starts_on_the_given_day(DayOfWeek? today, DayOfWeek expected)
    {
        var feed = new FeedDefinition { DataSet = "A", At = TimeSpan.FromHours(6), Days = [DayOfWeek.Monday, DayOfWeek.Friday] };
        var jobs = Account(new Scenario { Today = today, Feeds = [feed] }).List().Jobs;

        Assert.InRange(jobs.Count, 24, 27);
        Assert.All(jobs, job =>
        {
            var daysAgo = (int)(Start.UtcDateTime.Date - job.CreatedAt.UtcDateTime.Date).TotalDays;
            var weekday = (DayOfWeek)((((int)expected - daysAgo) % 7 + 7) % 7);
            Assert.Contains(weekday, feed.Days);
        });
    }

    [Fact]
    public void A_failing_feed_fails_since_the_given_age_and_keeps_failing()
    {
        var clock = new FakeTimeProvider(Start);
        var feed = new FeedDefinition
        {
            DataSet = "A",
            Type = "EXPORT_ASSETS_TO_S3",
            Every = TimeSpan.FromHours(1),
            FailingFor = TimeSpan.FromDays(2),
            Failure = FeedFailure.KmsDenied,
        };
        var account = Account(new Scenario { Feeds = [feed] }, clock);
        clock.Advance(TimeSpan.FromHours(5.5));
        var (jobs, now) = account.List();

        Assert.Equal(48 + 5, jobs.Count(job => job.StateAt(now) == SimulatedJobState.Error));
        Assert.All(jobs.Take(48 + 5), job => Assert.Contains("KMS key arn:aws:kms", job.ErrorsAt(now)[0].Message, StringComparison.Ordinal));
        Assert.All(jobs.Skip(48 + 5), job => Assert.Equal(SimulatedJobState.Completed, job.StateAt(now)));
    }

    [Fact]
    public void Outage_abandoned_job_and_auto_export()
    {
        var jobs = Jobs(new FeedDefinition
        {
            DataSet = "A",
            AutoExport = true,
            OutageBegan = TimeSpan.FromDays(30),
            OutageEnded = TimeSpan.FromDays(20),
            AbandonedJob = TimeSpan.FromDays(15),
        });

        Assert.DoesNotContain(jobs, job => job.CreatedAt >= Start.AddDays(-30) && job.CreatedAt < Start.AddDays(-20));
        Assert.Equal(80, jobs.Count(job => job.EventActionId is not null && job.StateAt(Start) == SimulatedJobState.Completed));
        var open = Assert.Single(jobs, job => job.StateAt(Start) == SimulatedJobState.Waiting);
        Assert.Equal(Start.AddDays(-15), open.CreatedAt);
    }

    [Fact]
    public void The_same_seed_produces_the_same_feeds_however_often_the_account_is_read()
    {
        var (one, two) = (new FakeTimeProvider(Start), new FakeTimeProvider(Start));
        var (often, once) = (Account(Scenario.Demo, one), Account(Scenario.Demo, two));
        for (var hour = 0; hour < 40; hour++)
        {
            one.Advance(TimeSpan.FromHours(1));
            often.List();
        }

        two.Advance(TimeSpan.FromHours(40));

        Assert.Equal(once.List().Jobs.Select(job => job.Id), often.List().Jobs.Select(job => job.Id));
    }

    [Fact]
    public void The_demonstration_has_every_kind_of_feed()
    {
        var account = Account(Scenario.Demo);
        var (jobs, now) = account.List();
        var byName = account.DataSets.ToDictionary(d => d.Name, d => jobs.Where(job => job.DataSetId == d.Id).ToList());

        Assert.Equal(SimulatedJobState.Completed, byName["Equity prices, daily"][0].StateAt(now));
        Assert.True(now - byName["Shipping manifests, daily"][0].CreatedAt > TimeSpan.FromDays(3));
        Assert.Equal(5, byName["Fuel prices, daily"].Count(job => job.StateAt(now) == SimulatedJobState.Error));
        Assert.Single(byName["Customs declarations, daily"], job => job.StateAt(now) == SimulatedJobState.Waiting);
        var autoExport = byName["Credit ratings, auto-export"][0];
        Assert.Equal((SimulatedJobState.Error, true), (autoExport.StateAt(now), autoExport.EventActionId is not null));
    }

    [Fact]
    public void Parses_a_scenario_file()
    {
        var scenario = Scenario.Parse(
            """
            {
              // comments are allowed
              "today": "Sunday",
              "feeds": [
                {"data_set": "A", "every": "1h", "days": ["Monday"], "failing_for": "2d12h", "failure": "NotFound", "entitled": true},
              ]
            }
            """);

        Assert.Equal(DayOfWeek.Sunday, scenario.Today);
        var feed = Assert.Single(scenario.Feeds);
        Assert.Equal(("A", TimeSpan.FromHours(1), TimeSpan.FromHours(60)), (feed.DataSet, feed.Every, feed.FailingFor));
        Assert.Equal((FeedFailure.NotFound, true, DayOfWeek.Monday), (feed.Failure, feed.Entitled, Assert.Single(feed.Days)));
    }

    [Theory]
    [InlineData("""{"feeds": [{"data_set": "A", "evry": "1h"}]}""", "evry")]
    [InlineData("""{"feeds": [{"data_set": "A", "every": "1 hour"}]}""", "'1 hour'")]
    [InlineData("""{"feeds": [{"data_set": "A", "every": "2d"}]}""", "feeds[0].every")]
    [InlineData("""{"feeds": [{"data_set": "A"}, {"data_set": "B", "type": "EXPORT"}]}""", "feeds[1].type")]
    [InlineData("""{"feeds": [{"every": "1h"}]}""", "data_set")]
    [InlineData("{", "line 1")]
    public void Names_the_invalid_key(string json, string named)
    {
        var e = Assert.Throws<FormatException>(() => Scenario.Parse(json));

        Assert.Contains(named, e.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<SimulatedJob> Jobs(FeedDefinition feed) => Account(new Scenario { Feeds = [feed] }).List().Jobs;

    private static SimulatedAccount Account(Scenario scenario, TimeProvider? clock = null) =>
        new(new SimulatorOptions { Jobs = 0, Scenario = scenario }, clock ?? new FakeTimeProvider(Start));
}
