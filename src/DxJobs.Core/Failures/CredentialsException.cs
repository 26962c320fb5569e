namespace DxJobs.Core.Failures;

/// <summary>
/// There are no credentials to sign a target's calls with: no such profile, none anywhere, a role that can't be assumed. The message says
/// which and why, without secrets; the inner exception is what failed.
/// </summary>
internal sealed class CredentialsException(string message, string? hint, Exception? cause, bool isLocal = false) : Exception(message, cause)
{
    /// <summary>Whether the cause is on this host: AWS was not asked.</summary>
    public bool IsLocal { get; } = isLocal;

    /// <summary>What to do about it, where that is known.</summary>
    public string? Hint { get; } = hint;
}
