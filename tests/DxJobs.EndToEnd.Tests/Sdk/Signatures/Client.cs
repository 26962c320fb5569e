using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.DataExchange;

public class AmazonDataExchangeException : AmazonServiceException
{
    public AmazonDataExchangeException(string message)
        : base(message)
    {
    }
}

public class AmazonDataExchangeConfig : ClientConfig
{
    public AmazonDataExchangeConfig()
        : base(null)
    {
    }

    public override string RegionEndpointServiceName => throw Signatures.Alone;

    public override string ServiceVersion => throw Signatures.Alone;

    public override string UserAgent => throw Signatures.Alone;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => throw Signatures.Alone;
}

public interface IAmazonDataExchange : IAmazonService, IDisposable
{
    Task<GetDataSetResponse> GetDataSetAsync(GetDataSetRequest request, CancellationToken cancellationToken = default);

    Task<GetJobResponse> GetJobAsync(GetJobRequest request, CancellationToken cancellationToken = default);

    Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken = default);

    Task<ListDataSetsResponse> ListDataSetsAsync(ListDataSetsRequest request, CancellationToken cancellationToken = default);

    Task<ListDataSetRevisionsResponse> ListDataSetRevisionsAsync(
        ListDataSetRevisionsRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => throw Signatures.Alone;

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => throw Signatures.Alone;
}

public class AmazonDataExchangeClient : AmazonServiceClient, IAmazonDataExchange
{
    public AmazonDataExchangeClient()
        : base(new AmazonDataExchangeConfig())
    {
    }

    public AmazonDataExchangeClient(RegionEndpoint region)
        : base(new AmazonDataExchangeConfig { RegionEndpoint = region })
    {
    }

    public AmazonDataExchangeClient(AmazonDataExchangeConfig config)
        : base(config)
    {
    }

    public AmazonDataExchangeClient(AWSCredentials credentials)
        : base(credentials, new AmazonDataExchangeConfig())
    {
    }

    public AmazonDataExchangeClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonDataExchangeConfig { RegionEndpoint = region })
    {
    }

    public AmazonDataExchangeClient(AWSCredentials credentials, AmazonDataExchangeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => throw Signatures.Alone;

    public virtual Task<GetDataSetResponse> GetDataSetAsync(GetDataSetRequest request, CancellationToken cancellationToken = default) => throw Signatures.Alone;

    public virtual Task<GetJobResponse> GetJobAsync(GetJobRequest request, CancellationToken cancellationToken = default) => throw Signatures.Alone;

    public virtual Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken = default) => throw Signatures.Alone;

    public virtual Task<ListDataSetsResponse> ListDataSetsAsync(
        ListDataSetsRequest request, CancellationToken cancellationToken = default) => throw Signatures.Alone;

    public virtual Task<ListDataSetRevisionsResponse> ListDataSetRevisionsAsync(
        ListDataSetRevisionsRequest request, CancellationToken cancellationToken = default) => throw Signatures.Alone;
}

internal static class Signatures
{
    public static InvalidOperationException Alone => new("These are signatures alone: nothing of them runs.");
}
