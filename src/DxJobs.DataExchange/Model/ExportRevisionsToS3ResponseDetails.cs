namespace Amazon.DataExchange.Model;

/// <summary>Details of a job that exports revisions to Amazon S3.</summary>
public class ExportRevisionsToS3ResponseDetails
{
    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Encryption of the exported objects.</summary>
    public ExportServerSideEncryption? Encryption { get; set; }

    /// <summary>
    /// ARN of the event action that started the job. Empty for a job that succeeded: only its presence is decoded there.
    /// </summary>
    public string? EventActionArn { get; set; }

    /// <summary>Destination of each revision.</summary>
    public List<RevisionDestinationEntry>? RevisionDestinations { get; set; }
}
