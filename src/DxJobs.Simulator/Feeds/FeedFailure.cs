namespace DxJobs.Simulator.Feeds;

/// <summary>Failure of a job, chosen by a feed or by a name in the job's details.</summary>
public enum FeedFailure
{
    /// <summary>ACCESS_DENIED_EXCEPTION for the bucket or resource.</summary>
    AccessDenied,

    /// <summary>ACCESS_DENIED_EXCEPTION for the KMS key.</summary>
    KmsDenied,

    /// <summary>RESOURCE_NOT_FOUND_EXCEPTION.</summary>
    NotFound,

    /// <summary>VALIDATION_EXCEPTION.</summary>
    Invalid,

    /// <summary>MALWARE_DETECTED.</summary>
    Malware,

    /// <summary>MALWARE_SCAN_ENCRYPTED_FILE.</summary>
    EncryptedFile,

    /// <summary>SERVICE_QUOTA_EXCEEDED_EXCEPTION for the number of assets.</summary>
    QuotaExceeded,

    /// <summary>SERVICE_QUOTA_EXCEEDED_EXCEPTION for the size of an asset.</summary>
    TooLarge,

    /// <summary>INTERNAL_SERVER_EXCEPTION.</summary>
    InternalError,

    /// <summary>State TIMED_OUT.</summary>
    TimedOut,
}
