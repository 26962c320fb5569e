namespace Amazon.DataExchange.Model;

/// <summary>Details of a job that exports assets to Amazon S3.</summary>
public class ExportAssetsToS3ResponseDetails
{
    /// <summary>Destination of each asset.</summary>
    public List<AssetDestinationEntry>? AssetDestinations { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Encryption of the exported objects.</summary>
    public ExportServerSideEncryption? Encryption { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }
}
