namespace Amazon.DataExchange.Model;

/// <summary>A data set as listed by ListDataSets.</summary>
public class DataSetEntry
{
    /// <summary>ARN of the data set.</summary>
    public string? Arn { get; set; }

    /// <summary>Type of its assets.</summary>
    public AssetType? AssetType { get; set; }

    /// <summary>Time of creation (UTC).</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>Description, as its owner wrote it: never HTML.</summary>
    public string? Description { get; set; }

    /// <summary>Data set ID.</summary>
    public string? Id { get; set; }

    /// <summary>Name, as its owner wrote it: never HTML.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the account owns it or is entitled to it.</summary>
    public Origin? Origin { get; set; }

    /// <summary>Product or data grant of an entitled data set.</summary>
    public OriginDetails? OriginDetails { get; set; }

    /// <summary>ID of the owned data set behind an entitled one.</summary>
    public string? SourceId { get; set; }

    /// <summary>Time of the last change (UTC).</summary>
    public DateTime? UpdatedAt { get; set; }
}
