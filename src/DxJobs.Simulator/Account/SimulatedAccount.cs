using DxJobs.Simulator.History;

namespace DxJobs.Simulator.Account;

/// <summary>
/// The account without the wire: its jobs at the simulated time, oldest first by CreatedAt and id. Life comes in when somebody asks.
/// Every member may be called from any thread.
/// </summary>
public sealed class SimulatedAccount
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private readonly Lock _lock = new();
    private readonly SimulatorOptions _options;
    private readonly SimulatedClock _clock;
    private readonly DataSetCatalogue _catalogue;
    private readonly Arrivals _arrivals;
    private readonly List<SimulatedJob> _jobs;
    private readonly Dictionary<string, SimulatedJob> _byId;
    private readonly Random _random;

    /// <summary>Makes the history.</summary>
    public SimulatedAccount(SimulatorOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = new SimulatedClock(clock, options.Alive ? options.Speed : 0);
        var rhythm = new Rhythm(options.Seed);
        _catalogue = new DataSetCatalogue(options.Seed, _clock.Start);
        _arrivals = new Arrivals(options, rhythm, new JobMaker(rhythm, _catalogue), _clock.Start);
        _jobs = _arrivals.History();
        _byId = _jobs.ToDictionary(job => job.Id);
        _random = new Random(HashCodes.Of(options.Seed, -2));
    }

    /// <summary>The account id.</summary>
    public string AccountId => _options.AccountId;

    /// <summary>The region.</summary>
    public string Region => _options.Region;

    /// <summary>The simulated time.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>The share of jobs that fail from now on, 0 to 1; null for what is usual.</summary>
    public double? FailureShare { get; set; }

    /// <summary>The data sets.</summary>
    public IReadOnlyList<SimulatedDataSet> DataSets => _catalogue.All;

    /// <summary>All jobs that the API lists now, newest first, and the time of that now.</summary>
    public (IReadOnlyList<SimulatedJob> Jobs, DateTimeOffset Now) List()
    {
        lock (_lock)
        {
            var now = Live();
            var jobs = _jobs.ToArray();
            Array.Reverse(jobs);
            return (jobs, now);
        }
    }

    /// <summary>A part of the list, newest first.</summary>
    /// <param name="after">Begin after this place; null for the top.</param>
    /// <param name="most">The most jobs.</param>
    /// <param name="filter">Which jobs; null for all.</param>
    public (IReadOnlyList<SimulatedJob> Jobs, bool More, DateTimeOffset Now) Page(JobPlace? after, int most, Func<SimulatedJob, bool>? filter)
    {
        lock (_lock)
        {
            var now = Live();
            var page = new List<SimulatedJob>(most);
            var at = (after is { } place ? PlaceOf(place) : _jobs.Count) - 1;
            for (; at >= 0; at--)
            {
                if (filter is null || filter(_jobs[at]))
                {
                    if (page.Count == most)
                    {
                        return (page, true, now);
                    }

                    page.Add(_jobs[at]);
                }
            }

            return (page, false, now);
        }
    }

    /// <summary>One job and the time; null if there is none.</summary>
    public (SimulatedJob Job, DateTimeOffset Now)? Find(string id)
    {
        lock (_lock)
        {
            var now = Live();
            return _byId.TryGetValue(id, out var job) ? (job, now) : null;
        }
    }

    /// <summary>Creates a job that waits.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="dataSetId">The data set that it works on.</param>
    /// <param name="revisionId">The revision that it works on.</param>
    /// <param name="details">See <see cref="SimulatedJob.Details"/>.</param>
    /// <param name="assetConfiguration">See <see cref="SimulatedJob.AssetConfiguration"/>.</param>
    public (SimulatedJob Job, DateTimeOffset Now) Create(
        string type, string dataSetId, string revisionId, string? details = null, string? assetConfiguration = null)
    {
        lock (_lock)
        {
            var now = Live();
            var job = new SimulatedJob
            {
                Id = HashCodes.Id(_random),
                Type = type,
                CreatedAt = now,
                DataSetId = dataSetId,
                RevisionId = revisionId,
                Details = details,
                AssetConfiguration = assetConfiguration,
            };
            Place(job);
            return (job, now);
        }
    }

    /// <summary>Starts a job that waits. False if it does not wait; null if there is none.</summary>
    public bool? Start(string id) => Change(
        id, (job, now) => JobMaker.Run(_random, job, now, JobTypes.UsualDuration(job.Type), FailureShare ?? 0.03));

    /// <summary>Cancels a job that waits. False if it does not wait; null if there is none.</summary>
    public bool? Cancel(string id) => Change(id, (job, now) => job with { StartedAt = null, EndedAt = now, EndState = JobState.Cancelled });

    /// <summary>Puts a job in, as it is, or in the place of the one with its id. For tests.</summary>
    public void Put(SimulatedJob job)
    {
        lock (_lock)
        {
            Live();
            Take(job.Id);
            Place(job);
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

    /// <summary>Takes a job out as if it had never been. For tests.</summary>
    public void Remove(string id)
    {
        lock (_lock)
        {
            Live();
            Take(id);
        }
    }

    private bool? Change(string id, Func<SimulatedJob, DateTimeOffset, SimulatedJob> change)
    {
        lock (_lock)
        {
            var now = Live();
            if (!_byId.TryGetValue(id, out var job))
            {
                return null;
            }

            if (job.StateAt(now) != JobState.Waiting)
            {
                return false;
            }

            var changed = change(job, now);
            _jobs[PlaceOf(new JobPlace(job.CreatedAt, job.Id))] = changed;
            _byId[id] = changed;
            return true;
        }
    }

    /// <summary>Lets in what has come and out what is past its time.</summary>
    private DateTimeOffset Live()
    {
        var now = _clock.Now;
        if (_options.Alive)
        {
            foreach (var job in _arrivals.Until(now, FailureShare))
            {
                Place(job);
            }
        }

        var expired = 0;
        while (expired < _jobs.Count && _jobs[expired].CreatedAt <= now - Retention)
        {
            _byId.Remove(_jobs[expired++].Id);
        }

        _jobs.RemoveRange(0, expired);
        return now;
    }

    private void Place(SimulatedJob job)
    {
        _jobs.Insert(PlaceOf(new JobPlace(job.CreatedAt, job.Id)), job);
        _byId[job.Id] = job;
    }

    private void Take(string id)
    {
        if (_byId.Remove(id, out var job))
        {
            _jobs.RemoveAt(PlaceOf(new JobPlace(job.CreatedAt, job.Id)));
        }
    }

    /// <summary>The index of the first job that is not before a place.</summary>
    private int PlaceOf(JobPlace place)
    {
        int low = 0, high = _jobs.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (new JobPlace(_jobs[middle].CreatedAt, _jobs[middle].Id).CompareTo(place) < 0)
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
