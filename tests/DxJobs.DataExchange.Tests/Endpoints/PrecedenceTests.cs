using Amazon;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using DxJobs.DataExchange.Tests.Wire;

namespace DxJobs.DataExchange.Tests.Endpoints;

/// <summary>Which of several endpoints is used, seen from the servers that are called.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class PrecedenceTests
{
    private const string Unreachable = "http://127.0.0.1:1";

    [Fact]
    public async Task The_services_own_variable_goes_before_the_common_one()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""{"Jobs":[]}""");
        using var environment = new AwsEnvironment(("AWS_ENDPOINT_URL_DATAEXCHANGE", server.Url), ("AWS_ENDPOINT_URL", Unreachable), ("AWS_REGION", "ap-southeast-2"));
        await CallAsync(server, new AmazonDataExchangeConfig(), calls: 3);
    }

    [Fact]
    public async Task The_common_variable_counts_when_there_is_no_other()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""{"Jobs":[]}""");
        using var environment = new AwsEnvironment(("AWS_ENDPOINT_URL", server.Url), ("AWS_REGION", "ap-southeast-2"));
        await CallAsync(server, new AmazonDataExchangeConfig(), calls: 3);
    }

    [Fact]
    public async Task An_endpoint_that_is_configured_goes_before_all_variables()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""{"Jobs":[]}""");
        using var environment = new AwsEnvironment(("AWS_ENDPOINT_URL_DATAEXCHANGE", Unreachable), ("AWS_ENDPOINT_URL", Unreachable));
        await CallAsync(server, new AmazonDataExchangeConfig { ServiceURL = server.Url }, calls: 3);
    }

    [Fact]
    public async Task The_variable_holds_beside_a_configured_region_which_requests_are_signed_for()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""{"Jobs":[]}""");
        using var environment = new AwsEnvironment(("AWS_ENDPOINT_URL_DATAEXCHANGE", server.Url));
        await CallAsync(
            server, new AmazonDataExchangeConfig { RegionEndpoint = RegionEndpoint.EUCentral1, AuthenticationRegion = "eu-central-1" }, calls: 3);

        Assert.All(server.Requests, r => Assert.EndsWith("/eu-central-1/dataexchange/aws4_request", SigV4.Scope(r), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variables_can_be_ignored()
    {
        await using var server = await FakeDataExchange.AnsweringAsync("""{"Jobs":[]}""");
        using var environment = new AwsEnvironment(("AWS_ENDPOINT_URL_DATAEXCHANGE", server.Url));
        var config = new AmazonDataExchangeConfig { RegionEndpoint = RegionEndpoint.EUCentral1, IgnoreConfiguredEndpointUrls = true };

        var endpoint = config.DetermineServiceOperationEndpoint(new Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters(new ListJobsRequest()));

        Assert.Equal("https://dataexchange.eu-central-1.amazonaws.com", endpoint.URL.TrimEnd('/'));
    }

    private static async Task CallAsync(FakeDataExchange server, AmazonDataExchangeConfig config, int calls)
    {
        config.MaxErrorRetry = 0;
        using var client = new AmazonDataExchangeClient(new BasicAWSCredentials(FakeDataExchange.AccessKey, FakeDataExchange.SecretKey), config);
        for (var i = 0; i < calls; i++)
        {
            await client.ListAsync();
        }

        Assert.Equal(calls, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.Equal(SigV4.Expected(r, FakeDataExchange.SecretKey), SigV4.Signed(r)));
    }
}
