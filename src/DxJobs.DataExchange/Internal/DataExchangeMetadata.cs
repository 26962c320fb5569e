using Amazon.Runtime.Internal;

namespace Amazon.DataExchange.Internal;

/// <summary>What the SDK calls the service in its own metrics.</summary>
internal sealed class DataExchangeMetadata : IServiceMetadata
{
    public string ServiceId => "DataExchange";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
