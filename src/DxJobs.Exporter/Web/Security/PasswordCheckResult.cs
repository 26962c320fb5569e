namespace DxJobs.Exporter.Web.Security;

/// <summary>The answer to a password.</summary>
internal enum PasswordCheckResult
{
    /// <summary>It is not the user's, or there is no such user.</summary>
    Wrong,

    /// <summary>It is the user's.</summary>
    Right,

    /// <summary>Too many others are being checked; ask again.</summary>
    Busy,
}
