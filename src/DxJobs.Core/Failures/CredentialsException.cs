namespace DxJobs.Core.Failures;

/// <summary>
/// There are no credentials to sign a target's calls with: no such profile, none anywhere, a role that can't be assumed. The message says
/// which and why, without secrets; the inner exception is what failed.
/// </summary>
internal sealed class CredentialsException(string message, string? hint, Exception cause) : Exception(message, cause)
{
    /// <summary>What to do about it, where that is known.</summary>
    public string? Hint { get; } = hint;
}
