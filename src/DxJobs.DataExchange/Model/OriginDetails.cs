namespace Amazon.DataExchange.Model;

/// <summary>Where the entitlement to a data set comes from.</summary>
public class OriginDetails
{
    /// <summary>Data grant ID.</summary>
    public string? DataGrantId { get; set; }

    /// <summary>Product ID.</summary>
    public string? ProductId { get; set; }
}
