using Amazon.SecurityToken.Model;
using DxJobs.Core.Utilities;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Aws;

/// <summary>Who a target is signed in as, by STS GetCallerIdentity: it needs no permission.</summary>
internal sealed class AccountIdentity(TargetCredentials credentials)
{
    /// <summary>The most that is waited for STS: the account is worth having, but not a poll.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long STS is left alone after it did not say.</summary>
    public static readonly TimeSpan FailureMemory = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<CredentialKey, Asked> _asked = [];

    /// <summary>
    /// The caller's account, asked once for all targets with the same credentials; null when STS does not say, which is remembered for a while.
    /// Where a stand-in for AWS is called the real STS is not asked: it knows nothing of those accounts.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller did not want to wait any more.</exception>
    public async Task<string?> AccountOfAsync(Target target, CancellationToken cancellation)
    {
        if (!ClientSettings.UsesAwsEndpoint(target) && !new StsEndpoint(target.Region, target.Profile, target.StsRegion).IsConfigured)
        {
            return null;
        }

        var key = CredentialKey.Of(target);
        Task<string?> answer;
        lock (_gate)
        {
            if (!_asked.TryGetValue(key, out var asked) || credentials.Clock.GetUtcNow() >= asked.AskAgainAt)
            {
                _asked[key] = asked = new Asked();
                asked.Answer = Task.Run(() => AskAsync(asked, target), CancellationToken.None);
            }

            answer = asked.Answer!;
        }

        return await answer.WaitAsync(cancellation);
    }

    /// <summary>The caller's ARN, such as <c>arn:aws:sts::123456789012:assumed-role/dxjobs-read/dxjobs-exporter-prod</c>. Asks each time.</summary>
    /// <exception cref="Exception">Whatever the SDK throws when STS can't be asked or refuses; <see cref="TimeoutException"/> when it doesn't answer.</exception>
    public async Task<string> CallerArnAsync(Target target, CancellationToken cancellation)
    {
        using var lease = credentials.Acquire(target);
        using var sts = new StsEndpoint(target.Region, target.Profile, target.StsRegion).Open(lease.Credentials);
        using var patience = new CancellationTokenSource(Patience, credentials.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return (await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), both.Token).WaitAsync(both.Token)).Arn;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"STS did not answer within {Patience.TotalSeconds:0} seconds", e);
        }
    }

    private async Task<string?> AskAsync(Asked asked, Target target)
    {
        string? account = null;
        try
        {
            account = AwsArn.AccountOf(await CallerArnAsync(target, CancellationToken.None));
        }
        catch (Exception)
        {
            // Not fatal. If the credentials are at fault, the poll itself says so.
        }

        if (account is null)
        {
            lock (_gate)
            {
                asked.AskAgainAt = credentials.Clock.GetUtcNow() + FailureMemory;
            }
        }

        return account;
    }

    private sealed class Asked
    {
        public Task<string?>? Answer { get; set; }

        public DateTimeOffset AskAgainAt { get; set; } = DateTimeOffset.MaxValue;
    }
}
