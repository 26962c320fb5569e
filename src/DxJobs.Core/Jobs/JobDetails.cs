namespace DxJobs.Core.Jobs;

/// <summary>
/// What a failed or open job works on, as text for people. Source: the shape ResponseDetails of AWS's service model. Signed URLs, API
/// keys and upload URLs are never part of it; the client does not decode them.
/// </summary>
internal sealed record JobDetails
{
    /// <summary>Ids of the revisions.</summary>
    public string? Revision { get; init; }

    /// <summary>Ids or names of the assets.</summary>
    public string? Asset { get; init; }

    /// <summary>Where the job reads from: the failing objects if AWS names them, otherwise the job's own sources.</summary>
    public string? Source { get; init; }

    /// <summary>Where the job writes to.</summary>
    public string? Destination { get; init; }

    /// <summary>ARN of the KMS key that encrypts the destination or is granted with the source.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>ARN of the event action that started the job.</summary>
    public string? EventActionArn { get; init; }
}
