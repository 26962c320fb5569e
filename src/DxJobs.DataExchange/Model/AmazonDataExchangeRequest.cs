using Amazon.Runtime;

namespace Amazon.DataExchange.Model;

/// <summary>What all requests to AWS Data Exchange derive from.</summary>
public class AmazonDataExchangeRequest : AmazonWebServiceRequest
{
}
