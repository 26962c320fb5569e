using Amazon.Runtime;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>One user's share in credentials. Disposing it gives the share back.</summary>
internal sealed class CredentialLease(AWSCredentials credentials, Action release) : IDisposable
{
    private Action? _release = release;

    /// <summary>The credentials.</summary>
    public AWSCredentials Credentials { get; } = credentials;

    /// <summary>Throws away what is held of them: AWS says that they have expired.</summary>
    public void Forget() => (Credentials as SharedCredentials)?.Forget();

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
