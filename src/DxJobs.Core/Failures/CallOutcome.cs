namespace DxJobs.Core.Failures;

/// <summary>How a call to AWS, or the poll that it belonged to, ended; the <c>outcome</c> label.</summary>
internal enum CallOutcome
{
    /// <summary>Answered and understood.</summary>
    Ok,

    /// <summary>AWS asked for fewer calls (429, ThrottlingException and its kin).</summary>
    Throttled,

    /// <summary>AWS refused the request as wrong (400, ValidationException), a refused NextToken included.</summary>
    Validation,

    /// <summary>The job, data set or revision does not exist (404).</summary>
    NotFound,

    /// <summary>The credentials lack the permission, or there are none (401, 403).</summary>
    AccessDenied,

    /// <summary>The credentials were good once (ExpiredTokenException and its kin).</summary>
    ExpiredCredentials,

    /// <summary>The credentials of this host (profile, token file, process, sign-in) cannot be used; AWS was not asked.</summary>
    Credentials,

    /// <summary>AWS failed (5xx).</summary>
    Internal,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>No connection, or it broke.</summary>
    Network,

    /// <summary>An answer that cannot be understood or cannot be true: broken JSON, an endless list.</summary>
    Malformed,
}
