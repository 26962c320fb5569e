using Amazon.Runtime;

namespace DxJobs.Exporter.Aws.Http;

/// <summary>
/// One pool of connections for all clients: two hundred targets in one region share a handful. Connections are renewed every few minutes,
/// so that a change of DNS is noticed. Redirects are not followed: AWS sends none, and a signature does not survive one.
/// </summary>
internal sealed class SharedHttpClientFactory : HttpClientFactory
{
    private static readonly AwsHttpHandler Handler = new(() => Environment.GetEnvironmentVariable(CertificateBundle.Variable));

    private SharedHttpClientFactory()
    {
    }

    /// <summary>The one.</summary>
    public static SharedHttpClientFactory Instance { get; } = new();

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(Handler, disposeHandler: false) { Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan };
}
