using System.Text.RegularExpressions;
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
/// <param name="StsRegion">The target's <c>sts_region</c>; null for none.</param>
internal sealed partial record StsEndpoint(string Region, string? Profile, string? StsRegion = null)
{
    /// <summary>The time of one attempt: STS answers within a fraction of a second, or something is wrong.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Whether something else than the region's own STS is configured.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(NewConfig(Region).ServiceURL);

    /// <summary>A client; the caller disposes it.</summary>
    public AmazonSecurityTokenServiceClient Open(AWSCredentials credentials) => new(credentials, NewConfig());

    /// <summary>The region that requests are signed for: STS accepts no other than that of its endpoint.</summary>
    public string SigningRegion => StsRegion ?? RegionOfEndpoint(NewConfig(Region).ServiceURL) ?? Region;

    /// <summary>The region in an STS endpoint's name, VPC endpoints and other partitions included; null if it has none.</summary>
    internal static string? RegionOfEndpoint(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var endpoint))
        {
            return null;
        }

        return endpoint.Host.Equals("sts.amazonaws.com", StringComparison.OrdinalIgnoreCase)
            ? "us-east-1"
            : EndpointHost().Match(endpoint.Host) is { Success: true } match ? match.Groups["region"].Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"(^|\.)sts(-fips)?\.(?<region>[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2})\.(vpce\.)?[a-z0-9.-]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndpointHost();

    private AmazonSecurityTokenServiceConfig NewConfig() => NewConfig(SigningRegion);

    private AmazonSecurityTokenServiceConfig NewConfig(string region) => new()
    {
        RegionEndpoint = RegionEndpoint.GetBySystemName(region),
        AuthenticationRegion = region,
        Profile = Profile is null ? null : new Profile(Profile),
        Timeout = Timeout,
        MaxErrorRetry = 1,
        RetryMode = RequestRetryMode.Standard,
        HttpClientFactory = SharedHttpClientFactory.Instance,
    };
}
