using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;

namespace DxJobs.Core.Ledger;

/// <summary>
/// Every job that a target lists, as of its last good poll, and the counts of them, kept true as jobs come, change and go.
/// Not thread-safe: it belongs to its target's poller, which changes it only when a poll has read all it needed.
/// </summary>
internal sealed class JobLedger
{
    /// <summary>AWS deletes jobs so long after they were created. Source: the ListJobs reference.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    /// <summary>A list with more jobs is not one of AWS's; holding them would cost some 250 MB.</summary>
    private const int MaxJobs = 5_000_000;

    /// <summary>A job so much past its time that the clocks' difference can't explain it shows that the API doesn't delete by the clock.</summary>
    private static readonly TimeSpan ExpiryGracePeriod = TimeSpan.FromHours(1);

    private readonly LedgerSymbols _symbols = new();
    private readonly JobTable _table = new();
    private readonly Dictionary<JobKey, ErrorRecord[]> _errors = [];
    private readonly Dictionary<JobKey, (string Id, long ConfirmedAt)> _changeable = [];
    private readonly LedgerCounts _counts;
    private ResyncChanges? _resync;
    private long _expiredUpTo = long.MinValue;
    private bool _holdsOverdue;

    public JobLedger() => _counts = new LedgerCounts(_table, _errors, _symbols);

    /// <summary>The number of jobs.</summary>
    public int Count => _table.Count;

    /// <summary>CreatedAt of the newest job ever taken in: all that is older has been read. Null before the first.</summary>
    public DateTimeOffset? NewestCreatedAt { get; private set; }

    /// <summary>The counts, and the texts of their numbers.</summary>
    public LedgerCounts Counts => _counts;

    /// <summary>The jobs that can still change, newest first.</summary>
    public IReadOnlyList<NonFinalJob> NonFinal() =>
        [.. _changeable.Select(Changeable).OrderBy(c => c.Depth)];

    /// <summary>The earliest timestamp at which a job that can still change was last confirmed; null if there is none.</summary>
    public long? OldestConfirmation => _changeable.Count == 0 ? null : _changeable.Values.Min(c => c.ConfirmedAt);

    /// <summary>The jobs WAITING or IN_PROGRESS, in no order.</summary>
    public IEnumerable<OpenJob> Open()
    {
        foreach (var key in _changeable.Keys)
        {
            var job = _table[_table.RankOf(key)];
            var state = _symbols.States[job.State];
            if (JobState.IsOpen(state))
            {
                yield return new OpenJob(
                    new StateAndType(state, _symbols.Types[job.Type]),
                    new DateTimeOffset(job.CreatedAt, TimeSpan.Zero),
                    new DateTimeOffset(job.UpdatedAt, TimeSpan.Zero));
            }
        }
    }

    /// <summary>Records that AWS has reported the state of a job that the ledger holds in this state.</summary>
    /// <param name="key">Which; ignored if it is final or not held.</param>
    /// <param name="at">Timestamp of the monotonic clock.</param>
    public void Confirm(JobKey key, long at)
    {
        if (_changeable.TryGetValue(key, out var open) && open.ConfirmedAt < at)
        {
            _changeable[key] = (open.Id, at);
        }
    }

    /// <summary>Begins a resync: no job counts as listed, and what incremental polls change meanwhile is reported to it.</summary>
    public void BeginResync(ResyncChanges resync)
    {
        for (var rank = 0; rank < Count; rank++)
        {
            _table[rank].IsListed = false;
        }

        _resync = resync;
    }

    /// <summary>Ends the resync; what changes from now on concerns it no more.</summary>
    public void EndResync() => _resync = null;

    /// <summary>Whether the job at a rank has been found since the resync began.</summary>
    public bool IsListed(int rank) => _table[rank].IsListed;

    /// <summary>Marks the job at a rank as found.</summary>
    public void MarkListed(int rank) => _table[rank].IsListed = true;

    /// <summary>The place of a job from the old end, or −1.</summary>
    public int RankOf(JobKey key) => _table.RankOf(key);

    /// <summary>The key of the job at a place.</summary>
    public JobKey KeyAt(int rank) => _table[rank].Key;

    /// <summary>CreatedAt of the job at a place.</summary>
    public DateTimeOffset CreatedAt(int rank) => new(_table[rank].CreatedAt, TimeSpan.Zero);

    /// <summary>UpdatedAt of the job at a place.</summary>
    public DateTimeOffset UpdatedAt(int rank) => new(_table[rank].UpdatedAt, TimeSpan.Zero);

    /// <summary>Whether the job at a place is over for good.</summary>
    public bool IsFinal(int rank) => JobState.IsFinal(_symbols.States[_table[rank].State]);

    /// <summary>Whether an answer says of the job at a place what the ledger holds.</summary>
    public bool Matches(int rank, Job job)
    {
        ref var record = ref _table[rank];
        return record.UpdatedAt == job.UpdatedAt.UtcTicks
            && record.CreatedAt == job.CreatedAt.UtcTicks
            && _symbols.States[record.State] == job.State
            && _symbols.Types[record.Type] == job.Type
            && (record.DataSet < 0 ? job.DataSetId is null : _symbols.DataSets[record.DataSet] == job.DataSetId)
            && MatchesErrors(record.Key, job);
    }

    /// <summary>Whether the job has already left by the clock, so that its coming back is AWS's tardiness and no news.</summary>
    public bool HasExpired(Job job) => job.CreatedAt.UtcTicks <= _expiredUpTo;

    /// <summary>Makes sure that <see cref="Upsert"/> will take a job. Changes nothing that is counted.</summary>
    /// <param name="job">The job.</param>
    /// <param name="count">How many jobs there will be with it.</param>
    /// <exception cref="MalformedResponseException">There are more jobs or texts than AWS could mean.</exception>
    public void Validate(Job job, int count)
    {
        if (count > MaxJobs)
        {
            throw new MalformedResponseException($"the list holds more than {MaxJobs} jobs");
        }

        _symbols.Validate(job);
    }

    /// <summary>Takes a job in that is admitted, or in the place of what the ledger held of it.</summary>
    /// <param name="key">Which.</param>
    /// <param name="job">The job.</param>
    /// <param name="confirmedAt">Timestamp of the monotonic clock at which AWS reported it.</param>
    public void Upsert(JobKey key, Job job, long confirmedAt = long.MinValue)
    {
        _resync?.OnChanged(key);
        var record = _symbols.RecordOf(key, job) with { IsListed = true };
        var errors = _symbols.ErrorsOf(job);
        if (_table.RankOf(key) is var rank and >= 0 && _table[rank].CreatedAt == record.CreatedAt)
        {
            // Its place stays, so the jobs above and below it needn't move.
            var former = _table[rank];
            _table[rank] = record;
            RemoveFromIndexes(former);
        }
        else
        {
            Take(key);
            _table.Add(record);
        }

        if (errors is not null)
        {
            _errors[key] = errors;
        }

        if (!JobState.IsFinal(job.State))
        {
            _changeable[key] = (job.Id, confirmedAt);
        }

        _counts.Add(record, errors);
        NewestCreatedAt = NewestCreatedAt > job.CreatedAt ? NewestCreatedAt : job.CreatedAt;
    }

    /// <summary>Lets a job go; nothing happens if it is not there.</summary>
    public void Remove(JobKey key)
    {
        _resync?.OnRemoved(key);
        Take(key);
    }

    private void Take(JobKey key)
    {
        if (_table.RankOf(key) is var rank and >= 0)
        {
            var job = _table[rank];
            _table.RemoveAt(rank);
            RemoveFromIndexes(job);
        }
    }

    /// <summary>
    /// To be called when everything has been listed: a list that holds jobs well past their time comes from an API that doesn't
    /// delete by the clock, so until the next full listing nothing leaves by it.
    /// </summary>
    /// <param name="now">The time by AWS's clock.</param>
    public void OnFullListing(DateTimeOffset now) =>
        _holdsOverdue = Count > 0 && CreatedAt(0) < now - Retention - ExpiryGracePeriod;

    /// <summary>Lets the jobs go whose time is over.</summary>
    /// <param name="now">The time by AWS's clock.</param>
    public void Expire(DateTimeOffset now)
    {
        if (_holdsOverdue)
        {
            return;
        }

        var cutoff = (now - Retention).UtcTicks;
        while (Count > 0 && _table[0].CreatedAt <= cutoff)
        {
            Remove(_table[0].Key);
        }

        _expiredUpTo = Math.Max(_expiredUpTo, cutoff);
    }

    /// <summary>Takes a job that has left the table out of all else.</summary>
    private void RemoveFromIndexes(in JobRecord job)
    {
        _errors.Remove(job.Key, out var errors);
        _changeable.Remove(job.Key);
        if (_symbols.DataSets.Release(job.DataSet))
        {
            _counts.DataSetGone(job.DataSet);
        }

        _counts.Remove(job, errors);
    }

    private NonFinalJob Changeable(KeyValuePair<JobKey, (string Id, long ConfirmedAt)> open)
    {
        var rank = _table.RankOf(open.Key);
        return new NonFinalJob(open.Key, open.Value.Id, Count - 1 - rank, CreatedAt(rank), open.Value.ConfirmedAt);
    }

    private bool MatchesErrors(JobKey key, Job job)
    {
        var held = _errors.GetValueOrDefault(key);
        return (held?.Length ?? 0) == job.Errors.Count
            && (held is null || held.AsSpan().SequenceEqual(_symbols.ErrorsOf(job)));
    }
}
