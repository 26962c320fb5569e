using Amazon.Runtime;
using DxJobs.Exporter.Paging;

namespace DxJobs.Exporter.Targets;

/// <summary>
/// Settles which account a target is: that of its role, else that of the jobs it lists, else that of the caller as STS says.
/// The first two cost no call, and STS may be out of reach where the Data Exchange API is not.
/// </summary>
internal sealed class TargetAccount(Target target, AccountIdentity identity)
{
    /// <summary>What the label says while nobody knows: there are no jobs, and STS doesn't answer.</summary>
    public const string Unknown = "unknown";

    private bool _asked;

    /// <summary>The account id, twelve digits; null until it is known.</summary>
    public string? Id { get; private set; } = AwsArn.AccountOf(target.RoleArn);

    /// <summary>Takes in the ARN of one of the target's jobs.</summary>
    public void LearnFrom(string? jobArn) => Id ??= AwsArn.AccountOf(jobArn);

    /// <summary>The account id for the series; STS is asked at most once for it.</summary>
    public async Task<string> SettleAsync(CancellationToken cancellation)
    {
        if (Id is null && !_asked)
        {
            _asked = true;
            try
            {
                Id = AwsArn.AccountOf(await identity.CallerArnAsync(target, cancellation));
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested
                && (e is AmazonServiceException or AmazonClientException or CredentialsException or OperationCanceledException
                    || CallOutcomes.IsRetryable(CallOutcomes.Classify(e))))
            {
                // Then the jobs will tell, as soon as there are any.
            }
        }

        return Id ?? Unknown;
    }
}
