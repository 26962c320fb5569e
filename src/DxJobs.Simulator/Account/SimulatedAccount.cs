using DxJobs.Simulator.DataSets;
using DxJobs.Simulator.History;
using DxJobs.Simulator.Jobs;

namespace DxJobs.Simulator.Account;

/// <summary>
/// A simulated account: its jobs at the simulated time, sorted by CreatedAt and id, oldest first. New jobs are generated on
/// access. All members are thread-safe.
/// </summary>
public sealed class SimulatedAccount
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private readonly Lock _lock = new();
    private readonly AccountOptions _options;
    private readonly SimulatedClock _clock;
    private readonly DataSetCatalogue _catalogue;
    private readonly Arrivals _arrivals;
    private readonly FeedSchedule _feeds;
    private readonly List<SimulatedJob> _jobs;
    private readonly Dictionary<string, SimulatedJob> _byId;
    private readonly Random _random;
    private DateTimeOffset _feedsUntil;

    /// <summary>Generates the history.</summary>
    public SimulatedAccount(AccountOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = new SimulatedClock(clock, options.Alive ? options.Speed : 0);
        var loadProfile = new LoadProfile(options.Seed);
        _catalogue = new DataSetCatalogue(options.Seed, _clock.Start, options.Scenario);
        var generator = new JobGenerator(loadProfile, _catalogue);
        _arrivals = new Arrivals(options.Jobs, options.Seed, loadProfile, generator, _clock.Start);
        _feeds = new FeedSchedule(options.Scenario, options.Seed, _catalogue, _clock.Start);
        _feedsUntil = _clock.Start;
        _jobs = [.. _arrivals.History(), .. _feeds.JobsBetween(_clock.Start - Retention, _clock.Start)];
        _jobs.Sort((a, b) => Position(a).CompareTo(Position(b)));
        _byId = _jobs.ToDictionary(job => job.Id);
        _random = new Random(StableHash.Combine(options.Seed, -2));
    }

    /// <summary>Account id.</summary>
    public string AccountId => _options.AccountId;

    /// <summary>Region.</summary>
    public string Region => _options.Region;

    /// <summary>Simulated time.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>Share of new jobs that fail, 0 to 1; null for the load profile's.</summary>
    public double? FailureShare { get; set; }

    /// <summary>Data sets.</summary>
    public IReadOnlyList<SimulatedDataSet> DataSets => _catalogue.All;

    /// <summary>All jobs currently listed, newest first, and the simulated time.</summary>
    public (IReadOnlyList<SimulatedJob> Jobs, DateTimeOffset Now) List()
    {
        lock (_lock)
        {
            var now = AdvanceToNow();
            var jobs = _jobs.ToArray();
            Array.Reverse(jobs);
            return (jobs, now);
        }
    }

    /// <summary>One page of the list, newest first.</summary>
    /// <param name="after">Position after which the page starts; null for the first page.</param>
    /// <param name="maxJobs">Maximum number of jobs.</param>
    /// <param name="filter">Filter; null for all jobs.</param>
    public (IReadOnlyList<SimulatedJob> Jobs, bool HasMore, DateTimeOffset Now) Page(
        JobPosition? after, int maxJobs, Func<SimulatedJob, bool>? filter)
    {
        lock (_lock)
        {
            var now = AdvanceToNow();
            var page = new List<SimulatedJob>(maxJobs);
            var index = (after is { } position ? IndexOf(position) : _jobs.Count) - 1;
            for (; index >= 0; index--)
            {
                if (filter is null || filter(_jobs[index]))
                {
                    if (page.Count == maxJobs)
                    {
                        return (page, true, now);
                    }

                    page.Add(_jobs[index]);
                }
            }

            return (page, false, now);
        }
    }

    /// <summary>Finds a job by id; null if it does not exist.</summary>
    public (SimulatedJob Job, DateTimeOffset Now)? Find(string id)
    {
        lock (_lock)
        {
            var now = AdvanceToNow();
            return _byId.TryGetValue(id, out var job) ? (job, now) : null;
        }
    }

    /// <summary>Creates a job in state WAITING.</summary>
    /// <param name="type">Job type.</param>
    /// <param name="dataSetId">Data set id.</param>
    /// <param name="revisionId">Revision id.</param>
    /// <param name="details">See <see cref="SimulatedJob.Details"/>.</param>
    /// <param name="assetConfiguration">See <see cref="SimulatedJob.AssetConfiguration"/>.</param>
    public (SimulatedJob Job, DateTimeOffset Now) Create(
        string type, string dataSetId, string revisionId, string? details = null, string? assetConfiguration = null)
    {
        lock (_lock)
        {
            var now = AdvanceToNow();
            var job = new SimulatedJob
            {
                Id = StableHash.NewId(_random),
                Type = type,
                CreatedAt = now,
                DataSetId = dataSetId,
                RevisionId = revisionId,
                Details = details,
                AssetConfiguration = assetConfiguration,
                ContentName = _catalogue.ContentName(dataSetId),
            };
            Insert(job);
            return (job, now);
        }
    }

    /// <summary>Starts a waiting job. False if it is not waiting; null if it does not exist.</summary>
    public bool? Start(string id) => Change(id, (job, now) => JobGenerator.Start(_random, job, now, FailureShare ?? 0.03));

    /// <summary>Cancels a waiting job. False if it is not waiting; null if it does not exist.</summary>
    public bool? Cancel(string id) => Change(
        id, (job, now) => job with { StartedAt = null, EndedAt = now, EndState = SimulatedJobState.Cancelled });

    /// <summary>Adds a job or replaces the one with the same id. For tests.</summary>
    public void Upsert(SimulatedJob job)
    {
        lock (_lock)
        {
            AdvanceToNow();
            Delete(job.Id);
            Insert(job);
        }
    }

    /// <summary>Stops simulated time. For tests.</summary>
    public void Freeze()
    {
        lock (_lock)
        {
            _clock.Freeze();
        }
    }

    /// <summary>Removes a job, if present. For tests.</summary>
    public void Remove(string id)
    {
        lock (_lock)
        {
            AdvanceToNow();
            Delete(id);
        }
    }

    /// <summary>Revisions of a data set, newest first; null if the data set does not exist.</summary>
    public IReadOnlyList<SimulatedRevision>? Revisions(string dataSetId)
    {
        lock (_lock)
        {
            return _catalogue.Revisions.TryGetValue(dataSetId, out var revisions)
                ? [.. revisions.OrderByDescending(r => r.CreatedAt)]
                : null;
        }
    }

    /// <summary>Adds a revision to a data set. For tests.</summary>
    public void AddRevision(SimulatedRevision revision)
    {
        lock (_lock)
        {
            _catalogue.Revisions[revision.DataSetId].Add(revision);
        }
    }

    private static JobPosition Position(SimulatedJob job) => new(job.CreatedAt, job.Id);

    private bool? Change(string id, Func<SimulatedJob, DateTimeOffset, SimulatedJob> change)
    {
        lock (_lock)
        {
            var now = AdvanceToNow();
            if (!_byId.TryGetValue(id, out var job))
            {
                return null;
            }

            if (job.StateAt(now) != SimulatedJobState.Waiting)
            {
                return false;
            }

            var changed = change(job, now);
            _jobs[IndexOf(Position(job))] = changed;
            _byId[id] = changed;
            return true;
        }
    }

    /// <summary>Adds the jobs that have arrived and deletes those past their retention.</summary>
    private DateTimeOffset AdvanceToNow()
    {
        var now = _clock.Now;
        if (_options.Alive)
        {
            foreach (var job in _arrivals.Until(now, FailureShare))
            {
                Insert(job);
            }

            foreach (var job in _feeds.JobsBetween(_feedsUntil > now - Retention ? _feedsUntil : now - Retention, now))
            {
                Insert(job);
            }

            _feedsUntil = now;
        }

        var expired = 0;
        while (expired < _jobs.Count && _jobs[expired].CreatedAt <= now - Retention)
        {
            _byId.Remove(_jobs[expired++].Id);
        }

        _jobs.RemoveRange(0, expired);
        return now;
    }

    private void Insert(SimulatedJob job)
    {
        _jobs.Insert(IndexOf(Position(job)), job);
        _byId[job.Id] = job;
    }

    private void Delete(string id)
    {
        if (_byId.Remove(id, out var job))
        {
            _jobs.RemoveAt(IndexOf(Position(job)));
        }
    }

    /// <summary>Index of the first job at or after a position.</summary>
    private int IndexOf(JobPosition position)
    {
        int low = 0, high = _jobs.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Position(_jobs[middle]).CompareTo(position) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
