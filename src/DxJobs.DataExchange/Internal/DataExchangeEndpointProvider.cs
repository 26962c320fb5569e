using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.DataExchange.Internal;

/// <summary>
/// AWS's endpoint rules for Data Exchange. The partitions (AWS, China, GovCloud, the isolated ones) are the SDK's own table.
/// </summary>
internal sealed class DataExchangeEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var p = (DataExchangeEndpointParameters)parameters;
        if (!string.IsNullOrEmpty(p.Endpoint))
        {
            return p switch
            {
                { UseFips: true } =>
                    throw new AmazonClientException("Invalid configuration: a custom endpoint cannot be combined with FIPS"),
                { UseDualStack: true } =>
                    throw new AmazonClientException("Invalid configuration: a custom endpoint cannot be combined with dual-stack"),
                _ => new Endpoint(p.Endpoint),
            };
        }

        if (string.IsNullOrEmpty(p.Region) || Fn.Partition(p.Region) is not { } partition)
        {
            throw new AmazonClientException("Invalid configuration: no region is set, so there is no endpoint");
        }

        if (p.UseFips && !partition.supportsFIPS)
        {
            throw new AmazonClientException(
                $"Invalid configuration: there are no FIPS endpoints in the partition {partition.name} of {p.Region}");
        }

        if (p.UseDualStack && !partition.supportsDualStack)
        {
            throw new AmazonClientException(
                $"Invalid configuration: there are no dual-stack endpoints in the partition {partition.name} of {p.Region}");
        }

        var host = p.UseFips ? "dataexchange-fips" : "dataexchange";
        var suffix = p.UseDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{host}.{p.Region}.{suffix}");
    }
}
