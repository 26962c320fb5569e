using System.Collections;
using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>
/// What one poll found to differ from the ledger, held back until the poll has read all it needed. A job may be seen any number of
/// times; the last word counts, but no job comes back from a final state while it is read.
/// </summary>
/// <param name="ledger">What was known.</param>
/// <param name="confirmedAt">Timestamp of the monotonic clock at which the poll began.</param>
internal sealed class LedgerChanges(JobLedger ledger, long confirmedAt = long.MinValue) : IJobSink
{
    /// <summary>So many new jobs at once are none of AWS's: held back until the poll has read all, they would cost some 200 MB.</summary>
    private const int MaxNewJobs = 500_000;

    private readonly Dictionary<JobKey, Job> _put = [];
    private readonly HashSet<JobKey> _gone = [];
    private readonly BitArray _seen = new(ledger.Count);

    /// <inheritdoc/>
    public int Seen { get; private set; }

    /// <summary>Distinct jobs seen so far that the ledger does not hold.</summary>
    public int New { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="MalformedResponseException">The ledger could not take it in. Better now than in the middle of the commit.</exception>
    public bool Upsert(JobKey key, Job job)
    {
        var rank = ledger.RankOf(key);
        var first = rank < 0 ? !_put.ContainsKey(key) : !_seen[rank];
        if (first)
        {
            Seen++;
            New += rank < 0 ? 1 : 0;
        }

        if (rank >= 0)
        {
            _seen[rank] = true;
        }

        if (_put.TryGetValue(key, out var earlier))
        {
            if (JobState.IsFinal(job.State) || !JobState.IsFinal(earlier.State))
            {
                Stage(key, job);
            }
        }
        else if (rank < 0 || !(ledger.Matches(rank, job) || IsStaleUpdate(rank, job)))
        {
            Stage(key, job);
        }

        return first;
    }

    /// <summary>Whether this poll has seen a job of the ledger.</summary>
    public bool HasSeen(JobKey key) => ledger.RankOf(key) is var rank and >= 0 && _seen[rank];

    /// <summary>AWS says that the job does not exist any more.</summary>
    public void MarkDeleted(JobKey key)
    {
        _gone.Add(key);
        _put.Remove(key);
    }

    /// <summary>Changes the ledger.</summary>
    /// <param name="now">The time by AWS's clock.</param>
    public CommitResult Commit(DateTimeOffset now)
    {
        foreach (var open in ledger.NonFinal())
        {
            if (HasSeen(open.Key))
            {
                ledger.Confirm(open.Key, confirmedAt);
            }
        }

        var ended = _put.Where(p => Ends(p.Key, p.Value)).Select(p => new FinishedJob(p.Value)).ToList();
        foreach (var key in _gone)
        {
            ledger.Remove(key);
        }

        foreach (var (key, job) in _put.Reverse())
        {
            ledger.Upsert(key, job, confirmedAt);
        }

        ledger.Expire(now);
        return new CommitResult(ended, 0);
    }

    private void Stage(JobKey key, Job job)
    {
        if (New > MaxNewJobs)
        {
            throw new MalformedResponseException($"the list holds more than {MaxNewJobs} jobs that are new since the last poll");
        }

        ledger.Validate(job, ledger.Count + New);
        _put[key] = job;
    }

    /// <summary>A page that still shows a job of the past as running was late; only a full listing may take back a final state.</summary>
    private bool IsStaleUpdate(int rank, Job job) =>
        ledger.IsFinal(rank) && !JobState.IsFinal(job.State);

    private bool Ends(JobKey key, Job job) =>
        JobState.IsFinal(job.State)
        && (ledger.RankOf(key) is var rank && rank < 0 ? !ledger.HasExpired(job) : !ledger.IsFinal(rank));
}
