using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>
/// What a full listing in the background finds to differ from the ledger, held back until all of it has been read, while incremental polls go on
/// changing the ledger. A page can be older than what such a poll has read since: of a job that both have seen, a final state wins over an open one
/// and the later UpdatedAt over the earlier. Only of a job that no poll has changed since the resync began does the listing take back a final state.
/// </summary>
internal sealed class ResyncChanges : IJobSink
{
    /// <summary>More differences than this are not AWS's: they would cost some 200 MB.</summary>
    private const int MaxDifferences = 500_000;

    /// <summary>AWS's clock is known to the second, and what deletes jobs there may be a little early.</summary>
    private static readonly TimeSpan ExpiryTolerance = TimeSpan.FromMinutes(1);

    private readonly Dictionary<JobKey, (Job Job, long ReadAt)> _differing = [];
    private readonly HashSet<JobKey> _changed = [];
    private readonly HashSet<JobKey> _removed = [];
    private readonly JobLedger _ledger;
    private readonly DateTimeOffset? _newestAtStart;

    /// <summary>Begins: from now on the ledger reports what incremental polls change.</summary>
    public ResyncChanges(JobLedger ledger)
    {
        _ledger = ledger;
        _newestAtStart = ledger.NewestCreatedAt;
        ledger.BeginResync(this);
    }

    /// <summary>Timestamp of the monotonic clock at which the page that is being taken in was read.</summary>
    public long ReadAt { get; set; } = long.MinValue;

    /// <inheritdoc/>
    public int Seen { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="MalformedResponseException">The ledger could not take it in.</exception>
    public bool Upsert(JobKey key, Job job)
    {
        var rank = _ledger.RankOf(key);
        var isFirst = rank < 0 ? !_differing.ContainsKey(key) : !_ledger.IsListed(rank);
        Seen += isFirst ? 1 : 0;
        if (rank >= 0)
        {
            _ledger.MarkListed(rank);
            if (_ledger.Matches(rank, job))
            {
                _ledger.Confirm(key, ReadAt);
            }
        }

        if (!_differing.TryGetValue(key, out var earlier))
        {
            if (rank < 0 || !_ledger.Matches(rank, job))
            {
                Add(key, job);
            }
        }
        else if (!JobState.IsFinal(earlier.Job.State) || JobState.IsFinal(job.State))
        {
            Add(key, job);
        }

        return isFirst;
    }

    /// <summary>An incremental poll has added or changed a job.</summary>
    public void OnChanged(JobKey key)
    {
        _changed.Add(key);
        _removed.Remove(key);
    }

    /// <summary>An incremental poll has found that a job does not exist any more, or its time is over.</summary>
    public void OnRemoved(JobKey key)
    {
        _removed.Add(key);
        _differing.Remove(key);
    }

    /// <summary>Changes the ledger, when all pages have been read: what was not found is not there any more.</summary>
    /// <param name="now">The time by AWS's clock.</param>
    public CommitResult Commit(DateTimeOffset now)
    {
        _ledger.EndResync();
        var corrections = 0;
        var ended = new List<FinishedJob>();
        corrections += RemoveUnlisted(now);
        foreach (var (key, (job, readAt)) in _differing.Reverse())
        {
            var rank = _ledger.RankOf(key);
            if (rank < 0 ? _removed.Contains(key) : !IsNews(key, rank, job))
            {
                continue;
            }

            var wasFinal = rank >= 0 && _ledger.IsFinal(rank);
            corrections += (rank < 0 ? job.CreatedAt < _newestAtStart && !_ledger.HasExpired(job) : wasFinal && !_changed.Contains(key)) ? 1 : 0;
            if (JobState.IsFinal(job.State) && !wasFinal && !(rank < 0 && _ledger.HasExpired(job)))
            {
                ended.Add(new FinishedJob(job));
            }

            _ledger.Upsert(key, job, readAt);
        }

        _ledger.OnFullListing(now);
        return new CommitResult(ended, corrections);
    }

    /// <summary>Ends without changing anything.</summary>
    public void Abandon() => _ledger.EndResync();

    /// <summary>Whether what the listing says of a job is newer than what the ledger holds.</summary>
    private bool IsNews(JobKey key, int rank, Job job)
    {
        if (_ledger.Matches(rank, job))
        {
            return false;
        }

        if (!_changed.Contains(key))
        {
            return true;
        }

        var (listed, held) = (JobState.IsFinal(job.State), _ledger.IsFinal(rank));
        return listed == held ? job.UpdatedAt > _ledger.UpdatedAt(rank) : listed;
    }

    private int RemoveUnlisted(DateTimeOffset now)
    {
        var unlisted = Enumerable.Range(0, _ledger.Count).Where(rank => !_ledger.IsListed(rank)).ToList();
        var corrections = unlisted.Count(
            rank => _ledger.IsFinal(rank) && _ledger.CreatedAt(rank) > now - JobLedger.Retention + ExpiryTolerance);
        foreach (var key in unlisted.ConvertAll(_ledger.KeyAt))
        {
            _ledger.Remove(key);
        }

        return corrections;
    }

    private void Add(JobKey key, Job job)
    {
        if (_differing.Count >= MaxDifferences)
        {
            throw new MalformedResponseException($"the list differs in more than {MaxDifferences} jobs from what was known");
        }

        _ledger.Validate(job, _ledger.Count + 1);
        _differing[key] = (job, ReadAt);
    }
}
