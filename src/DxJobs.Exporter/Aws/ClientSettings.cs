using Amazon;
using Amazon.DataExchange;
using Amazon.Runtime;
using DxJobs.Exporter.Aws.Http;
using DxJobs.Exporter.Targets;

namespace DxJobs.Exporter.Aws;

/// <summary>How a target's client reaches AWS.</summary>
internal static class ClientSettings
{
    private const string AppId = "dxjobs-exporter";

    /// <summary>The configuration of a target's client.</summary>
    /// <param name="target">The target.</param>
    /// <param name="attemptTimeout">The most that one HTTP attempt may take.</param>
    public static AmazonDataExchangeConfig For(Target target, TimeSpan attemptTimeout)
    {
        var config = new AmazonDataExchangeConfig
        {
            Profile = target.Profile is null ? null : new Profile(target.Profile),
            Timeout = attemptTimeout,

            // The exporter retries by itself, so that every attempt is paced and counted.
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            RetryMode = RequestRetryMode.Standard,
            HttpClientFactory = SharedHttpClientFactory.Instance,
        };
        config.ClientAppId ??= AppId;

        // One or the other: setting or even reading both would lose AWS_ENDPOINT_URL_DATAEXCHANGE.
        if (target.EndpointUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(target.Region);
        }
        else
        {
            config.ServiceURL = target.EndpointUrl.AbsoluteUri;
        }

        // Wherever the endpoint is, the signature is for the target's region.
        config.AuthenticationRegion = target.Region;
        return config;
    }

    /// <summary>Whether a target's calls go to AWS itself, VPC endpoints included, and not to a stand-in for it.</summary>
    public static bool UsesAwsEndpoint(Target target)
    {
        // From a configuration of its own: asking one that is in use can change it.
        var url = target.EndpointUrl?.AbsoluteUri ?? For(target, TimeSpan.FromSeconds(1)).ServiceURL;
        if (string.IsNullOrEmpty(url))
        {
            return true;
        }

        var awsDomain = "." + RegionEndpoint.GetBySystemName(target.Region).PartitionDnsSuffix;
        return Uri.TryCreate(url, UriKind.Absolute, out var endpoint)
            && (endpoint.Host.EndsWith(awsDomain, StringComparison.OrdinalIgnoreCase) || endpoint.Host.EndsWith(".api.aws", StringComparison.OrdinalIgnoreCase));
    }
}
