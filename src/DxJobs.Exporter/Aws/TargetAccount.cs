using DxJobs.Core.Utilities;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Aws;

/// <summary>
/// Settles which account a target is: that of its role, else that of the jobs it lists, else that of the caller as STS says.
/// The first two cost no call, and STS may be out of reach where the Data Exchange API is not.
/// </summary>
internal sealed class TargetAccount(Target target, AccountIdentity identity)
{
    /// <summary>What the label says while nobody knows: there are no jobs, and STS doesn't answer.</summary>
    public const string Unknown = "unknown";

    /// <summary>The account id, twelve digits; null until it is known.</summary>
    public string? Id { get; private set; } = AwsArn.AccountOf(target.RoleArn);

    /// <summary>Takes in the ARN of one of the target's jobs. True if that told the account.</summary>
    public bool LearnFrom(string? jobArn) => Id is null && (Id = AwsArn.AccountOf(jobArn)) is not null;

    /// <summary>The account id for the series; STS is asked for it now and then, while nothing else tells.</summary>
    /// <exception cref="OperationCanceledException">The poll's time is over.</exception>
    public async Task<string> SettleAsync(CancellationToken cancellation) =>
        (Id ??= await identity.AccountOfAsync(target, cancellation)) ?? Unknown;
}
