using Amazon.SecurityToken.Model;

namespace DxJobs.Exporter.Targets;

/// <summary>Who a target is signed in as, by STS GetCallerIdentity: it needs no permission.</summary>
internal sealed class AccountIdentity(TargetCredentials credentials)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The caller's ARN.</summary>
    /// <exception cref="Exception">Whatever the SDK throws when STS can't be asked or refuses.</exception>
    public async Task<string> CallerArnAsync(Target target, CancellationToken cancellation)
    {
        using var sts = Sts.Client(credentials.Of(target), target.Region);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var answer = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), patience.Token);
        return answer.Arn;
    }
}
