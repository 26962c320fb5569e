namespace DxJobs.Exporter.Targets;

/// <summary>A target's credentials can't be had: no such profile, no credentials anywhere, a role that can't be assumed.</summary>
internal sealed class CredentialsException(string message, Exception? cause = null) : Exception(message, cause);
