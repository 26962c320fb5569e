namespace Amazon.DataExchange.Model;

/// <summary>Destination of one exported asset.</summary>
public class AssetDestinationEntry
{
    /// <summary>Asset ID.</summary>
    public string? AssetId { get; set; }

    /// <summary>Amazon S3 bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>Amazon S3 object key.</summary>
    public string? Key { get; set; }
}
