using CsCheck;
using DxJobs.Core.Ledger;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Polling;
using DxJobs.Testing.Model;
using DxJobs.Testing;

namespace DxJobs.Exporter.Tests.Polling;

public sealed class RecheckScheduleTests
{
    private static readonly PollOptions Defaults = new();
    private static readonly int[] Intervals = [1, 7, 60, 300, 3_600];
    private static readonly double[] Rates = [0.1, 1, 5, 100];

    [Fact]
    public void No_open_job_stays_unconfirmed_for_longer_than_the_bound() =>
        Gen.Select(
            Gen.Int[1, 3_000_000].Array[0, 400],
            Gen.Int[0, Intervals.Length - 1].Select(i => Intervals[i]),
            Gen.Int[0, Rates.Length - 1].Select(i => Rates[i]))
        .Sample(
            (ages, interval, rate) =>
            {
                var poll = Defaults with { Interval = TimeSpan.FromSeconds(interval), MaxRequestsPerSecond = rate };
                var account = new OpenJobs(ages, poll);
                for (var i = 0; i < 300; i++)
                {
                    account.Poll();
                    account.AssertConfirmed();
                }
            },
            iter: 300);

    [Fact]
    public void Jobs_of_the_same_moment_are_spread_evenly()
    {
        var account = new OpenJobs(Enumerable.Repeat(10 * 86_400, 90), Defaults);
        var calls = Enumerable.Range(0, 2 * 1440).Select(_ => account.Poll()).ToList();

        Assert.InRange(calls.Max(), 1, 3);
        Assert.InRange(calls.Average(), 0.7, 0.9);
    }

    [Fact]
    public void At_most_a_tenth_of_the_rate_limit_is_spent()
    {
        var account = new OpenJobs(Enumerable.Repeat(86_400, 50_000), Defaults);
        var calls = Enumerable.Range(0, 60).Sum(_ => account.Poll());

        Assert.InRange(calls, 1, 60 * 30 + 30);
    }

    [Fact]
    public void Every_poll_confirms_every_open_job_on_request()
    {
        var account = new OpenJobs(Enumerable.Repeat(86_400, 500), Defaults with { RecheckEveryPoll = true });

        Assert.Equal((500, 500), (account.Poll(), account.Poll()));
    }

    /// <summary>Open jobs that only GetJob can confirm, all confirmed at the start, as after a full listing.</summary>
    private sealed class OpenJobs
    {
        private readonly SettableClock _clock = new(Gens.Start);
        private readonly NonFinalJob[] _jobs;
        private readonly PollOptions _poll;
        private readonly RecheckSchedule _schedule;

        public OpenJobs(IEnumerable<int> agesInSeconds, PollOptions poll)
        {
            (_poll, _schedule) = (poll, new RecheckSchedule(_clock));
            _jobs = [.. agesInSeconds.Select((age, i) => new NonFinalJob(
                new JobKey(0, (ulong)i), $"{i}", i, Gens.Start.AddSeconds(-age), _clock.GetTimestamp()))];
            _schedule.Choose(_jobs, Now, poll);
        }

        private DateTimeOffset Now => _clock.GetUtcNow();

        public int Poll()
        {
            _clock.Advance(_poll.Interval);
            var due = _schedule.Choose(_jobs, Now, _poll);
            _schedule.Spend(due.Count);
            foreach (var job in due)
            {
                _jobs[(int)job.Key.Low] = job with { ConfirmedAt = _clock.GetTimestamp() };
            }

            return due.Count;
        }

        /// <summary>Just before the next poll: a job's time may end between two polls, so an interval's hundredth is allowed for early and late ones.</summary>
        public void AssertConfirmed()
        {
            var moment = Now + _poll.Interval;
            foreach (var job in _jobs)
            {
                var unconfirmed = moment - new DateTimeOffset(job.ConfirmedAt, TimeSpan.Zero);
                var bound = RecheckSchedule.Bound(moment - job.CreatedAt, _jobs.Length, _poll) + (_poll.Interval * 0.02);
                Assert.True(unconfirmed <= bound, $"{unconfirmed} since a confirmation, the bound is {bound}, age {moment - job.CreatedAt}");
            }
        }
    }
}
