using DxJobs.Core.Feeds;
using System.Globalization;
using Amazon.Runtime;
using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Configuration;
using DxJobs.Simulator.Faults;
using DxJobs.Simulator.Jobs;
using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Polling;

public class TargetPollerTests
{
    [Fact]
    public async Task A_full_poll_counts_what_the_account_holds_and_the_next_ones_read_what_can_have_changed()
    {
        await using var simulator = await PolledSimulator.StartAsync();
        await simulator.PollAsync();

        Assert.Equal(CallOutcome.Ok, simulator.Status.LastPoll!.Outcome);
        Assert.Equal(PollMode.Full, simulator.Status.LastPoll.Mode);
        Assert.Equal(10, simulator.Requests("ListJobs"));
        Assert.Equal("123456789012", simulator.Status.AccountId);
        AssertTrue(simulator);

        await simulator.PollAsync();

        Assert.Equal(PollMode.Incremental, simulator.Status.LastPoll.Mode);
        Assert.InRange(simulator.Requests("ListJobs") + simulator.Requests("GetJob"), 11, 16);
        AssertTrue(simulator);
    }

    [Fact]
    public async Task Jobs_that_end_between_polls_are_counted_and_the_first_poll_counts_nothing()
    {
        await using var simulator = await PolledSimulator.StartAsync();
        await simulator.PollAsync();
        Assert.All(simulator.Status.Snapshot!.FinishedTotal.Values, count => Assert.Equal(0, count));

        var now = simulator.Server.Account.Now;
        simulator.Server.Account.Upsert(new SimulatedJob
        {
            Id = new string('a', 32),
            Type = "EXPORT_TO_MARS",
            CreatedAt = now,
            StartedAt = now,
            EndedAt = now,
            EndState = "ERROR",
            Errors = [new SimulatedError("NEW_CODE", "m", "New limit", 7, "r", "PLANET")],
        });
        await simulator.PollAsync();

        var snapshot = simulator.Status.Snapshot!;
        Assert.Equal(1, snapshot.FinishedTotal[new StateAndType("ERROR", "EXPORT_TO_MARS")]);
        Assert.Equal(1, snapshot.FinishedErrorsTotal[new TypeAndCode("EXPORT_TO_MARS", "NEW_CODE")]);
        Assert.Equal(1, snapshot.FinishedLimitBreachesTotal[new TypeAndLimit("EXPORT_TO_MARS", "New limit")]);
        Assert.Equal(1, snapshot.JobErrorResources[new CodeAndResource("NEW_CODE", "PLANET")]);
        Assert.Equal(7, snapshot.LimitValues["New limit"]);
        Assert.Equal(new string('a', 32), simulator.Status.LatestFailures[0].JobId);
        AssertTrue(simulator);
    }

    [Fact]
    public async Task Passing_faults_are_retried_and_the_poll_is_exact()
    {
        await using var simulator = await PolledSimulator.StartAsync(jobs: 500);
        simulator.Server.Faults = new SimulatorFaults { Throttle = 0.1, Error = 0.1, Drop = 0.1 };

        await simulator.PollAsync();

        Assert.Equal(CallOutcome.Ok, simulator.Status.LastPoll!.Outcome);
        AssertTrue(simulator);
    }

    public static TheoryData<string, string> LastingFaults => new()
    {
        { "throttle=1", "throttled" },
        { "error=1", "internal" },
        { "html=1", "network" },
        { "drop=1", "network" },
        { "hang=1", "timeout" },
        { "truncate=1", "network" },
        { "malformed=1", "malformed" },
        { "endless=1", "malformed" },
        { "bad-token=1", "validation" },
        { "access-denied=1", "access_denied" },
        { "expired=1", "expired_credentials" },
    };

    [Theory]
    [MemberData(nameof(LastingFaults))]
    public async Task A_fault_that_lasts_fails_the_poll_with_its_outcome_within_its_time_and_publishes_nothing(string faults, string outcome)
    {
        await using var simulator = await PolledSimulator.StartAsync(timeout: TimeSpan.FromSeconds(3));
        simulator.Server.Faults = SimulatorFaults.Parse(faults);

        await simulator.PollAsync();

        var poll = simulator.Status.LastPoll!;
        Assert.Equal(outcome, poll.Outcome.Label());
        Assert.NotNull(poll.Error);
        Assert.NotNull(poll.Hint);
        Assert.True(poll.Duration < TimeSpan.FromSeconds(5), $"{poll.Duration}");
        Assert.False(simulator.Status.Up);
        Assert.Null(simulator.Status.Snapshot);

        // No storm: what can't get better is asked once (a first page and the page that failed, or until a loop is certain), the rest a few times.
        Assert.InRange(poll.Requests, 1, faults == "endless=1" ? 52 : 6);
        if (outcome is "access_denied" or "expired_credentials")
        {
            Assert.Equal(1, simulator.Requests("ListJobs"));
        }

        simulator.Server.Faults = SimulatorFaults.None;
        await simulator.PollAsync();
        Assert.True(simulator.Status.Up);
        AssertTrue(simulator);
    }

    [Fact]
    public async Task Old_numbers_stay_when_a_poll_fails_and_are_exact_again_after_it()
    {
        await using var simulator = await PolledSimulator.StartAsync(timeout: TimeSpan.FromSeconds(2));
        await simulator.PollAsync();
        var before = simulator.Status.Snapshot;
        simulator.Server.Account.Remove(simulator.Server.Account.List().Jobs[0].Id);
        var now = simulator.Server.Account.Now;
        simulator.Server.Account.Upsert(new SimulatedJob { Id = new string('b', 32), Type = "EXPORT_ASSETS_TO_S3", CreatedAt = now, StartedAt = now });
        simulator.Server.Faults = SimulatorFaults.Parse("access-denied=1");

        await simulator.PollAsync();

        Assert.False(simulator.Status.Up);
        Assert.Same(before, simulator.Status.Snapshot);

        simulator.Server.Faults = SimulatorFaults.None;
        simulator.Options = simulator.Options with { Poll = simulator.Options.Poll with { FullResync = TimeSpan.Zero } };
        Assert.True(await simulator.ResyncAsync());
        AssertTrue(simulator);
    }

    [Fact]
    public async Task Credentials_that_never_come_cost_a_poll_its_time_and_a_stop_none()
    {
        await using var simulator = await PolledSimulator.StartAsync(timeout: TimeSpan.FromSeconds(1), credentials: new NoCredentialsEver());
        await simulator.PollAsync();
        Assert.Equal(CallOutcome.Timeout, simulator.Status.LastPoll!.Outcome);
        Assert.True(simulator.Status.LastPoll.Duration < TimeSpan.FromSeconds(5), $"{simulator.Status.LastPoll.Duration}");

        simulator.Options = simulator.Options with { Poll = simulator.Options.Poll with { Timeout = TimeSpan.FromHours(1), Interval = TimeSpan.FromHours(1) } };
        using var stop = new CancellationTokenSource();
        var poll = simulator.Poller.PollAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Fact]
    public async Task Once_the_first_page_has_told_the_account_the_rest_is_paced_with_all_others_in_it()
    {
        var clock = new SettableClock(DateTimeOffset.UnixEpoch);
        await using var simulator = await PolledSimulator.StartAsync(clock: clock);
        var pacer = simulator.Pacers.For("123456789012", "us-east-1", 1000);

        await simulator.PollAsync();

        // Time stands still, so the nine pages after the first and the look-ups of names are gone from the hundred that may follow each other at once.
        Assert.Equal(10, simulator.Requests("ListJobs"));
        Assert.Equal(91 - simulator.Requests("GetDataSet"), Enumerable.Range(0, 200).Count(_ => pacer.WaitAsync(TestContext.Current.CancellationToken).IsCompleted));
    }

    [Fact]
    public async Task A_full_listing_is_due_by_time_gone_and_not_by_the_time_of_day()
    {
        var clock = new SettableClock(DateTimeOffset.UnixEpoch);
        await using var simulator = await PolledSimulator.StartAsync(clock: clock);
        await simulator.PollAsync();
        clock.SetBy(TimeSpan.FromDays(-30));
        clock.Advance(TimeSpan.FromHours(5));
        Assert.False(await simulator.ResyncAsync());

        clock.Advance(TimeSpan.FromHours(1));
        var page = simulator.Poller.NextResyncPageAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("throttle=0.05,error=0.05,drop=0.05")]
    public async Task A_first_listing_longer_than_a_poll_continues_across_polls(string faults)
    {
        await using var simulator = await PolledSimulator.StartAsync(timeout: TimeSpan.FromMilliseconds(300));
        simulator.Options = simulator.Options with { Poll = simulator.Options.Poll with { PageSize = 4, MaxRequestsPerSecond = 100 } };
        simulator.Server.Faults = SimulatorFaults.Parse(faults);
        var polls = 0;
        do
        {
            await simulator.PollAsync();
            Assert.InRange(++polls, 1, 500);
        }
        while (simulator.Status.Snapshot is null);

        Assert.InRange(polls, 3, 500);
        Assert.Null(simulator.Status.Listing);
        Assert.False(simulator.Poller.ContinuesAtOnce);
        AssertTrue(simulator);
    }

    [Fact]
    public async Task A_part_of_a_first_listing_is_a_success_and_reports_its_progress()
    {
        await using var simulator = await PolledSimulator.StartAsync(timeout: TimeSpan.FromMilliseconds(300));
        simulator.Options = simulator.Options with { Poll = simulator.Options.Poll with { PageSize = 4, MaxRequestsPerSecond = 100 } };

        await simulator.PollAsync();

        Assert.True(simulator.Status.Up);
        Assert.Null(simulator.Status.Snapshot);
        Assert.NotNull(simulator.Status.LastSuccessAt);
        Assert.InRange(simulator.Status.Listing!.Pages, 1, 249);
        Assert.Equal(simulator.Status.Listing.Pages * 4, simulator.Status.Listing.Jobs);
        Assert.True(simulator.Poller.ContinuesAtOnce);
    }

    [Fact]
    public async Task A_token_that_is_rejected_midway_restarts_the_first_listing()
    {
        await using var simulator = await PolledSimulator.StartAsync(timeout: TimeSpan.FromMilliseconds(300));
        simulator.Options = simulator.Options with { Poll = simulator.Options.Poll with { PageSize = 4, MaxRequestsPerSecond = 100 } };
        await simulator.PollAsync();
        simulator.Server.Faults = SimulatorFaults.Parse("bad-token=1");
        await simulator.PollAsync();

        Assert.Equal(CallOutcome.Validation, simulator.Status.LastPoll!.Outcome);
        Assert.Null(simulator.Status.Listing);
        Assert.False(simulator.Poller.ContinuesAtOnce);

        simulator.Server.Faults = SimulatorFaults.None;
        simulator.Options = simulator.Options with { Poll = simulator.Options.Poll with { PageSize = 100, Timeout = TimeSpan.FromSeconds(20) } };
        await simulator.PollAsync();
        AssertTrue(simulator);
    }

    [Fact]
    public async Task A_resync_that_is_interrupted_continues_with_the_same_page_after_the_next_poll()
    {
        await using var simulator = await PolledSimulator.StartAsync(timeout: TimeSpan.FromSeconds(2));
        await simulator.PollAsync();
        simulator.Options = simulator.Options with { Poll = simulator.Options.Poll with { FullResync = TimeSpan.Zero } };
        var first = simulator.Poller.NextResyncPageAsync(TestContext.Current.CancellationToken)!;
        await first;
        await simulator.Poller.AcceptResyncPageAsync(TestContext.Current.CancellationToken);

        simulator.Server.Faults = SimulatorFaults.Parse("access-denied=1");
        await simulator.Poller.NextResyncPageAsync(TestContext.Current.CancellationToken)!;
        await simulator.Poller.AcceptResyncPageAsync(TestContext.Current.CancellationToken);
        Assert.Null(simulator.Poller.NextResyncPageAsync(TestContext.Current.CancellationToken));

        simulator.Server.Faults = SimulatorFaults.None;
        await simulator.PollAsync();
        Assert.Equal(1, simulator.Status.Listing!.Pages);
        Assert.True(await simulator.ResyncAsync());
        AssertTrue(simulator);
    }

    [Fact]
    public async Task Data_sets_have_names_and_the_rest_is_counted_together()
    {
        await using var simulator = await PolledSimulator.StartAsync();
        simulator.Options = simulator.Options with { DataSets = new DataSetOptions { Feeds = new FeedSettings { Limit = 3 } } };

        await simulator.PollAsync();

        var jobs = simulator.Status.Snapshot!.DataSetJobs!;
        Assert.Equal(4, jobs.Keys.Select(k => k.DataSetId).Distinct().Count());
        Assert.Equal(1_000, jobs.Values.Sum());
        Assert.All(simulator.Status.Snapshot.Feeds, feed =>
            Assert.Equal(simulator.Server.Account.DataSets.Single(d => d.Id == feed.DataSetId).Name, feed.DataSetName));
        Assert.Equal(3, simulator.Requests("GetDataSet"));

        await simulator.PollAsync();
        Assert.Equal(3, simulator.Requests("GetDataSet"));
    }

    [Fact]
    public async Task A_life_at_high_speed_with_all_passing_faults_ends_in_the_accounts_own_numbers()
    {
        // Half a second is an hour here: jobs come, run, end and expire between polls and while pages are read.
        await using var simulator = await PolledSimulator.StartAsync(jobs: 3_000, speed: 7_200, alive: true, timeout: TimeSpan.FromSeconds(15));
        simulator.Server.Faults = new SimulatorFaults { Throttle = 0.02, Error = 0.02, Drop = 0.02, Malformed = 0.01, AccessDenied = 0.01 };
        for (var poll = 0; poll < 25; poll++)
        {
            // More than come by themselves, however fast the machine is and whatever the hour.
            var now = simulator.Server.Account.Now;
            simulator.Server.Account.Upsert(new SimulatedJob
            {
                Id = poll.ToString("x32", CultureInfo.InvariantCulture),
                Type = "EXPORT_ASSETS_TO_S3",
                CreatedAt = now,
                StartedAt = now.AddMinutes(1),
                EndedAt = now.AddMinutes(40),
            });
            await simulator.PollAsync();
        }

        simulator.Server.Faults = SimulatorFaults.None;
        await simulator.PollAsync();
        simulator.Server.Account.Freeze();
        await simulator.PollAsync();

        AssertTrue(simulator);
        Assert.True(simulator.Status.Snapshot!.FinishedTotal.Values.Sum() > 10);
    }

    private static void AssertTrue(PolledSimulator simulator)
    {
        var (jobs, now) = simulator.Server.Account.List();
        var counted = jobs.GroupBy(j => new StateAndType(j.StateAt(now), j.Type)).ToDictionary(g => g.Key, g => (long)g.Count());
        var snapshot = simulator.Status.Snapshot!;
        Assert.Equal(counted, snapshot.Jobs.Where(j => j.Value != 0).ToDictionary());
        var errors = jobs.SelectMany(j => j.ErrorsAt(now).Select(e => new TypeAndCode(j.Type, e.Code))).GroupBy(k => k).ToDictionary(g => g.Key, g => (long)g.Count());
        Assert.Equal(errors, snapshot.JobErrors.Where(e => e.Value != 0).ToDictionary());
        Assert.Equal(jobs.Count, snapshot.JobsTracked);
    }

    private sealed class NoCredentialsEver : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override Task<ImmutableCredentials> GetCredentialsAsync() => new TaskCompletionSource<ImmutableCredentials>().Task;
    }
}
