using Amazon.Runtime.Internal;

namespace Amazon.DataExchange.Model;

/// <summary>AWS failed; the same request may go well later. HTTP 500.</summary>
public class InternalServerException : AmazonDataExchangeException
{
    /// <summary>With a message alone.</summary>
    public InternalServerException(string message)
        : base(message)
    {
    }

    internal InternalServerException(ErrorResponse error)
        : base(error)
    {
    }
}
