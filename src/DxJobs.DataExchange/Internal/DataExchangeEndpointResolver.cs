using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.DataExchange.Internal;

/// <summary>Finds the endpoint of a request from the configuration.</summary>
internal sealed class DataExchangeEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;

        // The order matters: each of the two properties looks in the environment when it is first read, and resets the other
        // when it finds
        // something there. The region read first, an endpoint from AWS_ENDPOINT_URL_DATAEXCHANGE survives; the other way round
        // it is lost.
        var region = requestContext.Request.AlternateEndpoint?.SystemName ?? config.RegionEndpoint?.SystemName;
        var endpoint = config.ServiceURL;
        if (region is null && !string.IsNullOrEmpty(endpoint))
        {
            region = string.IsNullOrEmpty(config.AuthenticationRegion)
                ? AWSSDKUtils.DetermineRegion(endpoint)
                : config.AuthenticationRegion;
        }

        return new DataExchangeEndpointParameters
        {
            Region = region,
            UseDualStack = config.UseDualstackEndpoint,
            UseFips = config.UseFIPSEndpoint,
            Endpoint = endpoint,
        };
    }
}
