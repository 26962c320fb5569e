using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>
/// The credentials of targets: a role's, a profile's, or those of the SDK's own chain. There is one object for each role, external id and
/// profile, whatever the region, so that a role is assumed once; it is there for as long as somebody uses it.
/// </summary>
/// <param name="credentialsOverride">Who calls in the place of the SDK's own chain; null for that chain.</param>
/// <param name="clock">Tells when credentials expire; null for the system's.</param>
#pragma warning disable CA1001 // The chain watches the AWS configuration files for as long as the process runs.
internal sealed class TargetCredentials(AWSCredentials? credentialsOverride = null, TimeProvider? clock = null)
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CredentialKey, Entry> _entries = [];
    private readonly DefaultAWSCredentialsIdentityResolver _chain = new();

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; } = clock ?? TimeProvider.System;

    /// <summary>The number of credentials objects in use.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>
    /// A target's credentials. Nothing is looked for before somebody signs with them: a profile that is missing is a call that fails, and
    /// the one after may succeed. The lease must be disposed.
    /// </summary>
    public CredentialLease Acquire(Target target)
    {
        lock (_gate)
        {
            return Acquire(CredentialKey.Of(target), target);
        }
    }

    private CredentialLease Acquire(CredentialKey key, Target first)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries.Add(key, entry = New(key, first));
        }

        entry.Users++;
        return new CredentialLease(entry.Credentials, () => Release(key, entry));
    }

    private Entry New(CredentialKey key, Target first)
    {
        var sessionName = SessionName.Of(first.Name);
        var endpoint = new StsEndpoint(first.Region, key.Profile, key.StsRegion);
        if (key.RoleArn is not null)
        {
            var source = Acquire(key.Source, first);
            return new Entry(new AssumedRole(source.Credentials, key.RoleArn, key.ExternalId, sessionName, endpoint, Clock), source);
        }

        if (key.Profile is null && credentialsOverride is not null)
        {
            return new Entry(credentialsOverride, null);
        }

        var what = key.Profile is null ? "there are no AWS credentials" : $"profile '{key.Profile}' of target '{first.Name}' gives no credentials";
        return new Entry(new ChainCredentials(_chain, key.Profile, sessionName, what, endpoint, Clock), null);
    }

    private void Release(CredentialKey key, Entry entry)
    {
        lock (_gate)
        {
            if (--entry.Users > 0)
            {
                return;
            }

            _entries.Remove(key);
            entry.Source?.Dispose();
        }
    }

    private sealed class Entry(AWSCredentials credentials, CredentialLease? source)
    {
        public AWSCredentials Credentials { get; } = credentials;

        public CredentialLease? Source { get; } = source;

        public int Users { get; set; }
    }
}
