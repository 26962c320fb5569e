using Amazon;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace DxJobs.DataExchange.Tests.Endpoints;

/// <summary>Where each partition's endpoints are.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class PartitionTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://dataexchange.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://dataexchange-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://dataexchange.us-east-1.api.aws")]
    [InlineData("us-east-1", true, true, "https://dataexchange-fips.us-east-1.api.aws")]
    [InlineData("eu-central-1", false, false, "https://dataexchange.eu-central-1.amazonaws.com")]
    [InlineData("eu-central-1", false, true, "https://dataexchange.eu-central-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://dataexchange.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-northwest-1", false, true, "https://dataexchange.cn-northwest-1.api.amazonwebservices.com.cn")]
    [InlineData("us-gov-west-1", false, false, "https://dataexchange.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://dataexchange-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-east-1", true, true, "https://dataexchange-fips.us-gov-east-1.api.aws")]
    [InlineData("us-iso-east-1", false, false, "https://dataexchange.us-iso-east-1.c2s.ic.gov")]
    [InlineData("us-iso-east-1", true, false, "https://dataexchange-fips.us-iso-east-1.c2s.ic.gov")]
    [InlineData("us-isob-east-1", false, false, "https://dataexchange.us-isob-east-1.sc2s.sgov.gov")]
    public void The_endpoint_follows_from_the_region(string region, bool fips, bool dualStack, string url)
    {
        using var environment = new AwsEnvironment();
        Assert.Equal(url, Resolve(region, fips, dualStack).TrimEnd('/'));
    }

    [Fact]
    public void A_region_that_the_SDK_does_not_know_yet_has_an_endpoint()
    {
        using var environment = new AwsEnvironment();
        Assert.Equal("https://dataexchange.eu-moon-9.amazonaws.com", Resolve("eu-moon-9", fips: false, dualStack: false).TrimEnd('/'));
    }

    [Theory]
    [InlineData(true, false, "FIPS")]
    [InlineData(false, true, "dual-stack")]
    public void A_custom_endpoint_excludes_the_variants_of_AWSs_own(bool fips, bool dualStack, string named)
    {
        using var environment = new AwsEnvironment();
        var config = new AmazonDataExchangeConfig { ServiceURL = "http://127.0.0.1:1", UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };

        var e = Assert.Throws<AmazonClientException>(() => config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListJobsRequest())));

        Assert.Contains(named, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_region_there_is_no_endpoint()
    {
        using var environment = new AwsEnvironment();
        var e = Assert.Throws<AmazonClientException>(() => new AmazonDataExchangeClient(new BasicAWSCredentials("a", "b"), new AmazonDataExchangeConfig()));
        Assert.Contains("RegionEndpoint", e.Message, StringComparison.Ordinal);
    }

    private static string Resolve(string region, bool fips, bool dualStack)
    {
        var config = new AmazonDataExchangeConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };
        return config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListJobsRequest())).URL;
    }
}
