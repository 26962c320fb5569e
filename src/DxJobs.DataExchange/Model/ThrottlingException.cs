using Amazon.Runtime.Internal;

namespace Amazon.DataExchange.Model;

/// <summary>Too many requests a second. HTTP 429.</summary>
public class ThrottlingException : AmazonDataExchangeException
{
    /// <summary>With a message alone.</summary>
    public ThrottlingException(string message)
        : base(message)
    {
    }

    internal ThrottlingException(ErrorResponse error)
        : base(error)
    {
    }
}
