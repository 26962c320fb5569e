using DxJobs.Core.Ledger;
using DxJobs.Exporter.Configuration;

namespace DxJobs.Exporter.Polling;

/// <summary>
/// Which open jobs a poll confirms besides those on the pages that it reads anyway: each after at most 1/20 of its age and at most two hours, spread
/// evenly, with at most a tenth of the rate limit. The earliest deadline comes first, and only as many as are needed for all later deadlines to be
/// met at an even pace. Where the tenth does not suffice, all intervals grow to what it takes to confirm every job in turn.
/// </summary>
internal sealed class RecheckSchedule(TimeProvider clock)
{
    /// <summary>The longest time that any job stays unconfirmed while the budget suffices.</summary>
    public static readonly TimeSpan MaxUnconfirmed = TimeSpan.FromHours(2);

    private const double BudgetShare = 0.1;

    /// <summary>A period of 1/19 of the age at the last confirmation ends at 1/20 of the age by then.</summary>
    private const int AgeDivisor = 19;

    /// <summary>Above what the periods need on average: without it every job would be confirmed just in time, and all that were listed together at once.</summary>
    private const double Headroom = 1.25;

    /// <summary>Polls start a little early or late; that must not cost a job a whole interval.</summary>
    private const double Jitter = 0.01;

    private const int MaxSlots = 20_000;
    private const double Epsilon = 1e-6;

    private double? _credit;
    private long _creditedAt;

    /// <summary>The longest time that a job may stay unconfirmed while polls succeed.</summary>
    /// <param name="age">The job's age.</param>
    /// <param name="open">The number of open jobs.</param>
    /// <param name="poll">The settings.</param>
    public static TimeSpan Bound(TimeSpan age, int open, PollOptions poll)
    {
        var byAge = age / (AgeDivisor + 1) < MaxUnconfirmed ? age / (AgeDivisor + 1) : MaxUnconfirmed;
        var byBudget = poll.Interval * Math.Ceiling(open / (poll.MaxRequestsPerSecond * BudgetShare * poll.Interval.TotalSeconds));
        return TimeSpan.FromTicks(Math.Max(poll.Interval.Ticks, Math.Max(byAge.Ticks, byBudget.Ticks)));
    }

    /// <summary>Chooses.</summary>
    /// <param name="open">The open jobs that the poll has not met on its pages.</param>
    /// <param name="serverNow">The time by AWS's clock.</param>
    /// <param name="poll">The settings.</param>
    public IReadOnlyList<NonFinalJob> Choose(IReadOnlyList<NonFinalJob> open, DateTimeOffset serverNow, PollOptions poll)
    {
        var perPoll = poll.MaxRequestsPerSecond * BudgetShare * poll.Interval.TotalSeconds;
        var now = clock.GetTimestamp();
        Refill(now, poll, perPoll);
        if (poll.RecheckEveryPoll || open.Count == 0)
        {
            return open;
        }

        var due = open.Select(job => Deadline(job, open.Count / perPoll, serverNow, now, poll)).ToList();
        var count = Math.Min(Needed(due, perPoll), (int)Math.Floor(_credit!.Value + Epsilon));
        return count <= 0 ? [] : [.. due.OrderBy(d => d.Slot).ThenByDescending(d => d.Unconfirmed).Take(count).Select(d => d.Job)];
    }

    /// <summary>Charges calls that confirmed jobs; reading many pages at once is paid back by later polls.</summary>
    public void Spend(int calls) => _credit -= calls;

    private void Refill(long now, PollOptions poll, double perPoll)
    {
        var max = Math.Max(1, perPoll) + 1;
        _credit = _credit is { } left
            ? Math.Min(max, left + (clock.GetElapsedTime(_creditedAt, now).TotalSeconds * poll.MaxRequestsPerSecond * BudgetShare))
            : Math.Max(1, perPoll);
        _creditedAt = now;
    }

    /// <summary>A job's deadline as the number of polls after this one that may pass without confirming it, and its period in polls.</summary>
    private Recheck Deadline(NonFinalJob job, double minPeriod, DateTimeOffset serverNow, long now, PollOptions poll)
    {
        var unconfirmed = job.ConfirmedAt <= now ? clock.GetElapsedTime(Math.Max(0, job.ConfirmedAt), now) : TimeSpan.Zero;
        var age = Max(TimeSpan.Zero, serverNow - job.CreatedAt - unconfirmed);
        var period = age / AgeDivisor < MaxUnconfirmed ? age / AgeDivisor : MaxUnconfirmed;
        var polls = Math.Max(1, Math.Max(period / poll.Interval, minPeriod));
        var slot = (int)Math.Clamp(Math.Floor(polls - (unconfirmed / poll.Interval) + Jitter), 0, MaxSlots);
        return new Recheck(job, slot, Math.Max(1, (int)Math.Min(MaxSlots, Math.Floor(polls + Epsilon))), unconfirmed);
    }

    /// <summary>The fewest to confirm now so that at an even pace no later deadline is missed, jobs that fall due again meanwhile included.</summary>
    private static int Needed(List<Recheck> due, double perPoll)
    {
        var counts = new int[due.Max(d => d.Slot) + 1];
        foreach (var d in due)
        {
            for (var slot = d.Slot; slot < counts.Length; slot += d.Period)
            {
                counts[slot]++;
            }
        }

        var pace = Math.Min(perPoll, Headroom * due.Sum(d => 1d / d.Period));
        double needed = 0, demand = 0;
        for (var slot = 0; slot < counts.Length; slot++)
        {
            demand += counts[slot];
            needed = Math.Max(needed, demand - (pace * slot));
        }

        return (int)Math.Min(due.Count, Math.Ceiling(needed - Epsilon));
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private readonly record struct Recheck(NonFinalJob Job, int Slot, int Period, TimeSpan Unconfirmed);
}
