namespace DxJobs.Core.Failures;

/// <summary>The file that <c>AWS_CA_BUNDLE</c> names cannot be used. The message names the variable and the file.</summary>
internal sealed class CertificateBundleException(string message, Exception? cause = null) : Exception(message, cause);
