using Amazon.Runtime.Internal;

namespace Amazon.DataExchange.Model;

/// <summary>There is no such job, data set or revision. HTTP 404.</summary>
public class ResourceNotFoundException : AmazonDataExchangeException
{
    /// <summary>With a message alone.</summary>
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    internal ResourceNotFoundException(ErrorResponse error)
        : base(error)
    {
    }

    /// <summary>The id that was not found.</summary>
    public string? ResourceId { get; set; }

    /// <summary>What it would have been the id of.</summary>
    public ResourceType? ResourceType { get; set; }
}
