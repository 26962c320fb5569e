using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace DxJobs.Exporter.Targets;

/// <summary>Clients of AWS STS, which says who one is and lends roles.</summary>
internal static class Sts
{
    /// <summary>A client of the region's own STS (or of AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL), which gives up soon.</summary>
    /// <param name="credentials">Who asks; null for the SDK's own chain.</param>
    /// <param name="region">The region.</param>
    public static AmazonSecurityTokenServiceClient Client(AWSCredentials? credentials, string region)
    {
        var config = new AmazonSecurityTokenServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            AuthenticationRegion = region,
            Timeout = TimeSpan.FromSeconds(10),
            MaxErrorRetry = 1,
        };
        return credentials is null ? new AmazonSecurityTokenServiceClient(config) : new AmazonSecurityTokenServiceClient(credentials, config);
    }
}
