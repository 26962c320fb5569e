namespace Amazon.DataExchange.Model;

/// <summary>Destination of one exported revision.</summary>
public class RevisionDestinationEntry
{
    /// <summary>Amazon S3 bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>Pattern for the object keys.</summary>
    public string? KeyPattern { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }
}
