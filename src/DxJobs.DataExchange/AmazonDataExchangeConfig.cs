using Amazon.DataExchange.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.DataExchange;

/// <summary>
/// How the client reaches AWS. The endpoint is <see cref="ClientConfig.ServiceURL"/>, else
/// <c>AWS_ENDPOINT_URL_DATAEXCHANGE</c>, else
/// <c>AWS_ENDPOINT_URL</c>, else the profile's, else the region's own. With another endpoint than the region's own set
/// <see cref="ClientConfig.AuthenticationRegion"/> too: it is what requests are then signed for.
/// </summary>
public class AmazonDataExchangeConfig : ClientConfig
{
    internal const string SigningName = "dataexchange";
    internal const string ApiVersion = "2017-07-25";

    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(
            "DataExchange", typeof(AmazonDataExchangeConfig).Assembly.GetName().Version!.ToString(3));

    /// <summary>With the SDK's defaults, <c>AWS_DEFAULTS_MODE</c> considered.</summary>
    public AmazonDataExchangeConfig()
        : base(new DefaultConfigurationProvider(DefaultModes.All))
    {
        ServiceId = "DataExchange";
        AuthenticationServiceName = SigningName;
        EndpointProvider = new DataExchangeEndpointProvider();

        // The SDK repeats a call up to ten times at once when its connection breaks, whatever MaxErrorRetry says. .NET already
        // repeats one that
        // met a stale pooled connection; with the SDK's repeats on top, one call to a broken endpoint becomes 44 requests.
        MaxStaleConnectionRetries = 0;
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => SigningName;

    /// <inheritdoc/>
    public override string ServiceVersion => ApiVersion;

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        var request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint };
        var context = new RequestContext(enableMetric: false)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = request,
        };
        return new DataExchangeEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }
}
