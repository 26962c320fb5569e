using Amazon.DataExchange.Internal;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.DataExchange;

/// <summary>The client. Safe to use from many threads at once; keep one for as long as its configuration holds.</summary>
public class AmazonDataExchangeClient : AmazonServiceClient, IAmazonDataExchange
{
    private static readonly IServiceMetadata Metadata = new DataExchangeMetadata();

    /// <summary>Credentials and region from the SDK's own chain.</summary>
    public AmazonDataExchangeClient()
        : base(new AmazonDataExchangeConfig())
    {
    }

    /// <summary>Credentials from the SDK's own chain.</summary>
    public AmazonDataExchangeClient(RegionEndpoint region)
        : base(new AmazonDataExchangeConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the SDK's own chain.</summary>
    public AmazonDataExchangeClient(AmazonDataExchangeConfig config)
        : base(config)
    {
    }

    /// <summary>Region from the SDK's own chain.</summary>
    public AmazonDataExchangeClient(AWSCredentials credentials)
        : this(credentials, new AmazonDataExchangeConfig())
    {
    }

    /// <summary>With credentials and a region.</summary>
    public AmazonDataExchangeClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonDataExchangeConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With credentials and everything else.</summary>
    public AmazonDataExchangeClient(AWSCredentials credentials, AmazonDataExchangeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListJobsResponse>(request, OperationOptions.ListJobs, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetJobResponse> GetJobAsync(GetJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetJobResponse>(request, OperationOptions.GetJob, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetDataSetResponse> GetDataSetAsync(
        GetDataSetRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDataSetResponse>(request, OperationOptions.GetDataSet, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListDataSetsResponse> ListDataSetsAsync(
        ListDataSetsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListDataSetsResponse>(request, OperationOptions.ListDataSets, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListDataSetRevisionsResponse> ListDataSetRevisionsAsync(
        ListDataSetRevisionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListDataSetRevisionsResponse>(request, OperationOptions.ListDataSetRevisions, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new DataExchangeEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthResolver());
        pipeline.AddHandlerBefore<HttpHandler<HttpContent>>(new BodyReader());
    }
}
