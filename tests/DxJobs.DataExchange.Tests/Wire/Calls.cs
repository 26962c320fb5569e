using Amazon.DataExchange;
using Amazon.DataExchange.Model;

namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>Calls that tests make over and over.</summary>
internal static class Calls
{
    /// <summary>Asks for the first page, with nothing set.</summary>
    public static Task<ListJobsResponse> ListAsync(this IAmazonDataExchange client) =>
        client.ListJobsAsync(new ListJobsRequest(), TestContext.Current.CancellationToken);
}
