using Amazon.Runtime.Endpoints;

namespace Amazon.DataExchange.Internal;

/// <summary>What an endpoint follows from. The names are those of AWS's endpoint rules.</summary>
internal sealed class DataExchangeEndpointParameters : EndpointParameters
{
    public string? Region
    {
        get => (string?)this[nameof(Region)];
        init => this[nameof(Region)] = value;
    }

    public bool UseDualStack
    {
        get => (bool)this[nameof(UseDualStack)];
        init => this[nameof(UseDualStack)] = value;
    }

    public bool UseFips
    {
        get => (bool)this["UseFIPS"];
        init => this["UseFIPS"] = value;
    }

    /// <summary>An endpoint of the user's own; null for the region's.</summary>
    public string? Endpoint
    {
        get => (string?)this[nameof(Endpoint)];
        init => this[nameof(Endpoint)] = value;
    }
}
