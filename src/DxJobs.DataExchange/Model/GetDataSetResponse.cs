using Amazon.Runtime;

namespace Amazon.DataExchange.Model;

/// <summary>One data set.</summary>
public class GetDataSetResponse : AmazonWebServiceResponse
{
    /// <summary>The data set's ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>What it holds.</summary>
    public AssetType? AssetType { get; set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>Its description, in its owner's words: never HTML.</summary>
    public string? Description { get; set; }

    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>Its name, in its owner's words: never HTML.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it is the account's own.</summary>
    public Origin? Origin { get; set; }

    /// <summary>Product or data grant of an entitled data set.</summary>
    public OriginDetails? OriginDetails { get; set; }

    /// <summary>Of an entitled data set, the id of the owned one that it shows.</summary>
    public string? SourceId { get; set; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime? UpdatedAt { get; set; }
}
