namespace Amazon.DataExchange.Model;

/// <summary>The asset that could not be imported from a signed URL.</summary>
public class ImportAssetFromSignedUrlJobErrorDetails
{
    /// <summary>Name of the asset.</summary>
    public string? AssetName { get; set; }
}
