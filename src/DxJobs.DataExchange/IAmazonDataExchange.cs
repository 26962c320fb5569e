using Amazon.DataExchange.Model;
using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>
/// The part of AWS Data Exchange that reads jobs, shaped as AWS's own package has it. Every call throws
/// <see cref="AmazonDataExchangeException"/> or one of its kind for an error that was answered, <see
/// cref="AmazonUnmarshallingException"/>
/// for an answer that cannot be read, <see cref="HttpRequestException"/> or <see cref="IOException"/> for a network that
/// failed, and <see cref="TimeoutException"/> after <see cref="ClientConfig.Timeout"/>.
/// </summary>
public interface IAmazonDataExchange : IAmazonService, IDisposable
{
    /// <summary>One page of the jobs, newest CreatedAt first. AWS: <c>GET /v1/jobs</c>.</summary>
    Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>One job. AWS: <c>GET /v1/jobs/{JobId}</c>.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such job (any more).</exception>
    Task<GetJobResponse> GetJobAsync(GetJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>One data set. AWS: <c>GET /v1/data-sets/{DataSetId}</c>.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such data set.</exception>
    Task<GetDataSetResponse> GetDataSetAsync(GetDataSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>One page of the data sets of one origin. AWS: <c>GET /v1/data-sets</c>.</summary>
    Task<ListDataSetsResponse> ListDataSetsAsync(ListDataSetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// One page of the revisions of a data set, newest CreatedAt first. AWS: <c>GET /v1/data-sets/{DataSetId}/revisions</c>.
    /// </summary>
    /// <exception cref="ResourceNotFoundException">The data set does not exist.</exception>
    Task<ListDataSetRevisionsResponse> ListDataSetRevisionsAsync(
        ListDataSetRevisionsRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonDataExchangeConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonDataExchangeClient(awsCredentials, (AmazonDataExchangeConfig)clientConfig);
}
