using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using DxJobs.Exporter.Aws.Http;

namespace DxJobs.Exporter.Aws.Credentials;

/// <summary>
/// Where STS is asked: in the target's own region, unless <c>AWS_ENDPOINT_URL_STS</c>, <c>AWS_ENDPOINT_URL</c> or the profile says elsewhere.
/// </summary>
/// <param name="Region">The region's code.</param>
/// <param name="Profile">The profile whose <c>endpoint_url</c> counts; null for the SDK's choice.</param>
internal sealed record StsEndpoint(string Region, string? Profile)
{
    /// <summary>The time of one attempt: STS answers within a fraction of a second, or something is wrong.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Whether something else than the region's own STS is configured.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(NewConfig().ServiceURL);

    /// <summary>A client; the caller disposes it.</summary>
    public AmazonSecurityTokenServiceClient Open(AWSCredentials credentials) => new(credentials, NewConfig());

    private AmazonSecurityTokenServiceConfig NewConfig() => new()
    {
        RegionEndpoint = RegionEndpoint.GetBySystemName(Region),
        AuthenticationRegion = Region,
        Profile = Profile is null ? null : new Profile(Profile),
        Timeout = Timeout,
        MaxErrorRetry = 1,
        RetryMode = RequestRetryMode.Standard,
        HttpClientFactory = SharedHttpClientFactory.Instance,
    };
}
