namespace Amazon.DataExchange.Model;

/// <summary>A revision as listed by ListDataSetRevisions.</summary>
public class RevisionEntry
{
    /// <summary>ARN of the revision.</summary>
    public string? Arn { get; set; }

    /// <summary>Comment, as its owner wrote it: never HTML.</summary>
    public string? Comment { get; set; }

    /// <summary>Time of creation (UTC).</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Whether the revision is finalized and so available to subscribers.</summary>
    public bool? Finalized { get; set; }

    /// <summary>Revision ID.</summary>
    public string? Id { get; set; }

    /// <summary>Reason for the revocation: never HTML.</summary>
    public string? RevocationComment { get; set; }

    /// <summary>Whether the revision is revoked.</summary>
    public bool? Revoked { get; set; }

    /// <summary>Time of the revocation (UTC).</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>ID of the owned revision behind an entitled one.</summary>
    public string? SourceId { get; set; }

    /// <summary>Time of the last change (UTC).</summary>
    public DateTime? UpdatedAt { get; set; }
}
