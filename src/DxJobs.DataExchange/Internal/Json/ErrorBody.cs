namespace Amazon.DataExchange.Internal.Json;

/// <summary>What the body of an error can say.</summary>
internal sealed record ErrorBody
{
    public string? Type { get; set; }

    public string? Code { get; set; }

    public string? Message { get; set; }

    public string? ResourceId { get; set; }

    public ResourceType? ResourceType { get; set; }

    public ExceptionCause? ExceptionCause { get; set; }
}
