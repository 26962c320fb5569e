using DxJobs.Core.Failures;
using DxJobs.Core.Jobs;
using DxJobs.Core.Ledger;
using DxJobs.Core.Snapshots;
using DxJobs.Exporter.Api;
using DxJobs.Exporter.Aws;
using DxJobs.Exporter.Configuration;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Polling;

/// <summary>What a target's polls have in common: its client, its account, its pacer, the time at AWS, the names of its data sets.</summary>
internal sealed class TargetContext(
    Target target, TargetClients clients, AccountIdentity identity, RateLimiterRegistry pacers, DataSetNames names, IRequestObserver observer, TimeProvider clock)
    : IDisposable
{
    private readonly TargetAccount _account = new(target, identity);
    private TargetClient? _client;
    private TimeSpan _timeout;
    private ApiCaller? _caller;
    private double _rate;

    /// <summary>The target.</summary>
    public Target Target => target;

    /// <summary>The account id, as soon as it is known.</summary>
    public string? AccountId => _account.Id;

    /// <summary>AWS's clock.</summary>
    public ServerClock ServerClock { get; } = new(clock);

    /// <summary>What to call AWS with. Made at the first poll, so that a profile that is missing then is a failed poll and not the end.</summary>
    public JobsClient Open(PollOptions options)
    {
        if (target.RegionProblem is { } problem)
        {
            throw new RegionUnknownException(problem);
        }

        if (_client is null || _timeout != options.Timeout)
        {
            _client?.Dispose();
            (_client, _timeout) = (clients.Open(target, options.Timeout, ServerClock), options.Timeout);
            _caller = null;
        }

        _rate = options.MaxRequestsPerSecond;
        _caller ??= new ApiCaller(target, Pacer(), observer, clock) { ServerAddress = _client.ServerAddress };
        (_caller.Pacer, _caller.AccountId) = (Pacer(), AccountId);
        return new JobsClient(target, _client.Client, _caller);
    }

    /// <summary>The account id for the series.</summary>
    public Task<string> ResolveAccountAsync(CancellationToken cancellation) => _account.SettleAsync(cancellation);

    /// <summary>Waits for the turn of a call that has a fifth of the rate limit, shared with all such calls in the account.</summary>
    public Task WaitInBackgroundAsync(PollOptions options, CancellationToken cancellation)
    {
        _rate = options.MaxRequestsPerSecond;
        return Pacer().Background.WaitAsync(cancellation);
    }

    /// <summary>A sink that passes on what it sees, and keeps what people want to read of it.</summary>
    public IJobSink Sink(IJobSink inner, RecentFailures failures) => new ObservingSink(inner, failures, this);

    /// <summary>The names of data sets, as far as they can be had in the poll's time.</summary>
    public Task<IReadOnlyDictionary<string, DataSetDescription>> DataSetNamesAsync(
        JobsClient api, IReadOnlyCollection<string> ids, PollRequestStats calls, CancellationToken cancellation) =>
        names.ResolveAsync(Scope, ids, (id, patience) => api.DescribeDataSetAsync(calls, id, patience), cancellation);

    /// <summary>The name of a data set, if it is known already.</summary>
    public string? KnownNameOf(string dataSetId) => KnownDataSet(dataSetId)?.Name;

    /// <summary>The description of a data set, if it is known already.</summary>
    public DataSetDescription? KnownDataSet(string dataSetId) => names.Known(Scope, dataSetId);

    /// <inheritdoc/>
    public void Dispose() => _client?.Dispose();

    private string Scope => $"{AccountId}/{target.Region}/{target.EndpointUrl}";

    private AdaptiveRateLimiter Pacer() => pacers.For(AccountId ?? $"{target.Profile}|{target.EndpointUrl}", target.Region, _rate);

    /// <summary>The first job tells the account, and from the next call on it is paced with all others in it: a first listing can be long.</summary>
    private void LearnFrom(Job job)
    {
        if (_account.LearnFrom(job.Arn) && _caller is not null)
        {
            _caller.Pacer = Pacer();
        }
    }

    private sealed class ObservingSink(IJobSink inner, RecentFailures failures, TargetContext session) : IJobSink
    {
        public int Seen => inner.Seen;

        public bool Upsert(JobKey key, Job job)
        {
            session.LearnFrom(job);
            failures.Add(job);
            return inner.Upsert(key, job);
        }
    }
}
