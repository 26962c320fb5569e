namespace Amazon.DataExchange.Model;

/// <summary>
/// Details of a job that imports an Amazon API Gateway API. The API key and the upload URL are secrets and have no member here.
/// </summary>
public class ImportAssetFromApiGatewayApiResponseDetails
{
    /// <summary>Description of the API.</summary>
    public string? ApiDescription { get; set; }

    /// <summary>API ID.</summary>
    public string? ApiId { get; set; }

    /// <summary>Name of the API.</summary>
    public string? ApiName { get; set; }

    /// <summary>Base64-encoded MD5 hash of the API specification.</summary>
    public string? ApiSpecificationMd5Hash { get; set; }

    /// <summary>Expiry of the upload URL (UTC).</summary>
    public DateTime? ApiSpecificationUploadUrlExpiresAt { get; set; }

    /// <summary>Data set ID.</summary>
    public string? DataSetId { get; set; }

    /// <summary>Protocol of the API.</summary>
    public ProtocolType? ProtocolType { get; set; }

    /// <summary>Revision ID.</summary>
    public string? RevisionId { get; set; }

    /// <summary>API stage.</summary>
    public string? Stage { get; set; }
}
